import "../style/tokens.css";
import "./public.css";
import "./sheet.css";
import "./emergency.css";
import "./position.css";
import "./details.css";
import "../offline/offline.css";
import { App } from "./app";

function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

/** The address's place: a page out of the phone's own store may be another place's. */
function placeId(): string {
  return new URLSearchParams(location.search).get("place") ?? document.body.dataset.place ?? "";
}

const parts = {
  top: part("top"),
  body: part("panel-body"),
  map: part("map"),
  legend: part("legend"),
  said: part("said"),
};
void new App(parts, part("sheet"), placeId()).start();
