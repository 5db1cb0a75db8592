import { BlockSource } from "./blocksource";
import { type DecodedTile, decodeTile, EMPTY_TILE } from "./decode";
import { basemapVersion, type PlaceInfo } from "./place";

/** A place's basemap, and the guard that whatever else the map shows shares with it (BlockGuard). */
export class BasemapSource extends BlockSource<DecodedTile> {
  constructor(place: PlaceInfo) {
    super(place, `/tiles/basemap/${place.id}/${basemapVersion(place)}`, (bytes) =>
      bytes ? decodeTile(bytes) : EMPTY_TILE,
    );
  }
}
