package org.sanfen.exchange;

import java.util.Locale;

/**
 * Why a file, or what was wished of it, is refused. The English sentence stands here for the command line, with its
 * placeholders; the i18n files hold it in every language of the pages under {@link #key}.
 */
public enum Refusal {
    NO_FILE("There is no file \"{name}\"."),
    UNREADABLE("\"{name}\" can't be read: {detail}; nothing was changed."),
    BROKEN("\"{name}\" breaks off or is damaged ({detail}); download it again. Nothing was changed."),
    NO_FEATURES_FILE(
            "\"{name}\" is no file of features: give a Shapefile (.shp, or all its parts in a .zip), a GeoPackage (.gpkg), GeoJSON, or a table (.csv) with a column wkt or columns x and y. Nothing was changed."),
    NO_COLLECTION("\"{name}\" is no FeatureCollection of GeoJSON; nothing was changed."),
    NOT_WGS84("\"{name}\" is in the coordinate system {crs}: convert it to WGS-84 (EPSG:4326). Nothing was changed."),
    SHAPEFILES("\"{name}\" holds {count} Shapefiles: pack one, with its .shp, .dbf and .prj. Nothing was changed."),
    SHAPEFILE_PART(
            "\"{name}\" is only a part of a Shapefile: give the .shp of the same name, with the other parts beside it. Nothing was changed."),
    UNPACKS_TOO_FAR("\"{name}\" unpacks to more than 2 GB: give a smaller area. Nothing was changed."),
    NO_FEATURE_LAYER("\"{name}\" holds no layer of features; nothing was changed."),
    NO_FEATURE_ROW("\"{name}\" holds no row; nothing was changed."),
    NO_GEOMETRY_COLUMN(
            "\"{name}\" has no column with a geometry: it needs one called wkt, or two called x and y (or lon and lat). Nothing was changed."),
    LAYER_UNSAID("The file has several layers: say which, one of {layers}. Nothing was changed."),
    LAYER_UNKNOWN("The file has no layer \"{layer}\"; its layers are {layers}. Nothing was changed."),
    FIELD_UNKNOWN("\"{field}\" is no field that is looked for there; there are {fields}. Nothing was changed."),
    COLUMN_UNKNOWN("The file has no column \"{column}\"; it has {columns}. Nothing was changed."),
    NO_LINES(
            "None of the {count} features of \"{name}\" is a line, as streets are: take polygons as buildings, water or the outline, and points as gates or the population. Nothing was changed."),
    NO_POLYGONS(
            "None of the {count} features of \"{name}\" is a polygon, as buildings and outlines are: take lines as streets, walls or water, and points as gates or the population. Nothing was changed."),
    NO_POINTS(
            "None of the {count} features of \"{name}\" is a point, as gates are: take lines as streets, walls or water, and polygons as buildings, water or the outline. Nothing was changed."),
    NO_LINES_OR_POLYGONS(
            "None of the {count} features of \"{name}\" is a line or a polygon, as walls and water are: take points as gates or the population. Nothing was changed."),
    NO_POLYGONS_OR_POINTS(
            "None of the {count} features of \"{name}\" is a polygon or a point, as the cells of a population are: take lines as streets, walls or water. Nothing was changed."),
    NO_GEOMETRIES(
            "None of the {count} features of \"{name}\" has a geometry that can be read: export the layer again. Nothing was changed."),
    NO_RESIDENTS_COLUMN(
            "\"{name}\" has no column that is known to hold residents: say which one it is with --columns population.residents=COLUMN; it has {columns}. Nothing was changed."),
    NO_RESIDENTS(
            "None of the {count} rows of \"{name}\" has a number of residents in the column \"{column}\": choose another; it has {columns}. Nothing was changed."),
    CRS_WORD("\"{crs}\" is no EPSG code: write one such as EPSG:4547. Nothing was changed."),
    CRS_UNKNOWN("{crs} is no coordinate system that the database knows. Nothing was changed."),
    CRS_WRONG(
            "The coordinates can't be taken from {crs} to WGS-84: choose the system that the file is really in. Nothing was changed."),
    CRS_UNSTATED(
            "\"{name}\" doesn't say its coordinate system, and its numbers are no degrees: state it, such as EPSG:4547. Nothing was changed."),
    CRS_UNSAID(
            "\"{name}\" doesn't say its coordinate system: state it, such as EPSG:4547, or EPSG:4326 for longitude and latitude. Nothing was changed."),
    CONTROL_FEW("A local grid is fitted by three points or more that are known in both systems. Nothing was changed."),
    CONTROL_LINE("The control points stand on one line: add one beside it. Nothing was changed."),
    CONTROL_FAR(
            "Control point {point} is off the fitted grid by {metres} m, more than {most} m: look for a mistyped or swapped number, or take the grid all the same with --accept-fit. Nothing was changed."),
    CONTROL_ROW(
            "Row {row} of the control points needs a number in each of the columns x, y, lon and lat. Nothing was changed."),
    DIRECTORY("\"{name}\" is a folder; choose one file in it."),
    EMPTY("\"{name}\" is empty; nothing was changed."),
    FORMAT_UNKNOWN(
            "\"{name}\" is no table, GeoJSON, GeoPackage or KML; save it as CSV or XLSX and take it again. Nothing was changed."),
    OSM_EXTRACT(
            "\"{name}\" is an extract of OpenStreetMap: its emergency points come in under “Import a register”; a whole city is taken in by whoever runs the server, with ./run import FILE --place ID. Nothing was changed."),
    NO_OSM("\"{name}\" is not an OpenStreetMap extract: give a .osm.pbf, .osm, .osm.gz or .osm.bz2 file."),
    OSM_CUT("\"{name}\" ends in the middle: download it again; nothing was changed."),
    OSM_BROKEN("\"{name}\" is broken: download it again; nothing was changed."),
    OSM_PACKING(
            "\"{name}\" is compressed in a way that is not read here: rewrite it with \"osmium cat -f pbf\" and import that; nothing was changed."),
    OSM_FEATURE(
            "\"{name}\" needs \"{detail}\", which is not read here: import a plain extract without history; nothing was changed."),
    OSM_OTHER_XML(
            "\"{name}\" is XML, but not of OpenStreetMap: its first element is <{detail}>, not <osm>; nothing was changed."),
    OSM_NO_XML("\"{name}\" breaks off or is no XML at line {detail}: download it again; nothing was changed."),
    OSM_NO_POINTS(
            "\"{name}\" has no emergency points in this place or within 500 m of it; of those elsewhere it has {detail}. Nothing was changed."),
    OLD_EXCEL("\"{name}\" is a workbook of Excel 97–2003; save it as .xlsx and take it again. Nothing was changed."),
    ODD_WORKBOOK(
            "\"{name}\" is a workbook of a kind that is not read here ({detail}): open it in Excel or LibreOffice, save it again as .xlsx or CSV, and take that. Nothing was changed."),
    PROTECTED(
            "\"{name}\" is protected by a password or no proper workbook; save it without a password and take it again. Nothing was changed."),
    ARCHIVE("\"{name}\" is an archive; unpack it and take the file inside. Nothing was changed."),
    TOO_LARGE_UNPACKED(
            "\"{name}\" would unpack to far more than a register holds, as files made to do harm do; nothing was changed."),
    DOCTYPE("\"{name}\" defines entities of its own, as files made to do harm do; nothing was changed."),
    CELL_TOO_LARGE(
            "Row {detail} of \"{name}\" has a cell of more than a million characters: probably a quotation mark that is never closed. Nothing was changed."),
    TOO_MANY_ROWS("\"{name}\" has more than {detail} rows; split it. Nothing was changed."),
    TOO_MANY_COLUMNS("\"{name}\" has more than {detail} columns; it is no register. Nothing was changed."),
    NO_SHEET("\"{name}\" has no sheet or layer \"{detail}\"; nothing was changed."),
    NO_LAYER("\"{name}\" has no layer with points or rows; nothing was changed."),
    NO_ROWS("\"{name}\" holds no rows; nothing was changed."),
    CHARSET("\"{name}\" can't be read as {detail}; choose another encoding. Nothing was changed."),
    PLACE_SCHEMATIC("\"{place}\" is the schematic demonstration town: choose another id. Nothing was changed."),
    PLACE_NOT_BEGUN(
            "There is no place \"{place}\" yet: begin it with its streets or its outline. Nothing was changed."),
    TOO_MANY_AREAS("The file has more than {most} areas: give one layer at a time. Nothing was changed."),
    DATABASE("The database refused the import, and nothing was changed: {detail}");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** Key of the sentence in the i18n files. */
    public String key() {
        return "import.refused." + name().toLowerCase(Locale.ROOT);
    }

    /** In English, with its placeholders. */
    public String sentence() {
        return sentence;
    }

    /** In English. @param values placeholder names and values in turn */
    String sentence(String... values) {
        String filled = sentence;
        for (int i = 0; i < values.length; i += 2) {
            filled = filled.replace("{" + values[i] + "}", values[i + 1]);
        }
        return filled;
    }
}
