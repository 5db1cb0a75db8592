package org.sanfen.exchange.ground;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.exchange.Refusal;

/** What a file is given as: its geometry, and the fields that are looked for among its columns. */
public enum GroundPart {
    /** Polygons: together the root area. */
    OUTLINE(Map.of()),

    /** Lines that people walk along. */
    STREETS(Map.ofEntries(
            Map.entry("name", List.of("name", "名称", "路名", "道路名称", "街道名称", "名稱", "路名", "名前", "道路名")),
            Map.entry("name_en", List.of("name_en", "name:en", "英文名", "英文名称")),
            Map.entry("class", List.of("class", "highway", "fclass", "type", "等级", "道路等级", "类型", "道路类型", "種別")),
            Map.entry("access", List.of("access", "foot", "通行", "通行权限")),
            Map.entry("private", List.of("private", "内部道路", "是否内部")),
            Map.entry("steps", List.of("steps", "台阶", "是否台阶", "階段")),
            Map.entry("tunnel", List.of("tunnel", "隧道", "是否隧道", "トンネル")),
            Map.entry("bridge", List.of("bridge", "桥", "桥梁", "是否桥梁", "天桥", "橋")),
            Map.entry("from_node", List.of("from_node", "fnode", "fnode_", "起点", "起始节点")),
            Map.entry("to_node", List.of("to_node", "tnode", "tnode_", "终点", "终止节点")))),

    /** Polygons. */
    BUILDINGS(Map.ofEntries(
            Map.entry(
                    "levels",
                    List.of(
                            "levels",
                            "building:levels",
                            "floor",
                            "floors",
                            "floor_num",
                            "层数",
                            "楼层",
                            "总层数",
                            "地上层数",
                            "階数")),
            Map.entry("height", List.of("height", "高度", "建筑高度", "高さ")),
            Map.entry("use", List.of("use", "building", "usage", "type", "用途", "建筑用途", "房屋用途", "性质", "用途区分")),
            Map.entry("name", List.of("name", "名称", "楼名", "楼栋名称", "建筑名称", "建物名")),
            Map.entry("address", List.of("address", "地址", "门牌", "门牌号", "门楼牌", "住所")))),

    /** Lines or polygons that nobody passes: walls and fences. */
    BARRIERS(Map.of()),

    /** Points at which a barrier is open. */
    GATES(Map.of("access", List.of("access", "通行", "通行权限"))),

    /** Polygons and lines of water. */
    WATER(Map.of("name", List.of("name", "名称", "水系名称", "名前"))),

    /** Polygons, or points in a grid, with the residents of each. */
    POPULATION(Map.ofEntries(
            Map.entry(
                    "residents", List.of("residents", "population", "pop", "人口", "人口数", "常住人口", "居民数", "人数", "value")),
            Map.entry("code", List.of("code", "id", "编号", "网格编号", "代码", "メッシュコード", "mesh", "cell")),
            Map.entry("name", List.of("name", "名称", "网格名称", "名前"))));

    private final Map<String, List<String>> headers;

    GroundPart(Map<String, List<String>> headers) {
        this.headers = headers;
    }

    /** Why a file is refused that holds none of the geometries that the part takes. */
    Refusal otherShapes() {
        return switch (this) {
            case STREETS -> Refusal.NO_LINES;
            case OUTLINE, BUILDINGS -> Refusal.NO_POLYGONS;
            case GATES -> Refusal.NO_POINTS;
            case BARRIERS, WATER -> Refusal.NO_LINES_OR_POLYGONS;
            case POPULATION -> Refusal.NO_POLYGONS_OR_POINTS;
        };
    }

    /** By the word that people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fields that it knows, each with the headers by which its column is found. */
    Map<String, List<String>> headers() {
        return headers;
    }
}
