package org.sanfen.exchange.osm;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Draws a small .osm file: nodes on a grid of a thousandth of a degree, ways through them, relations of ways. */
public final class Scene {

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder ways = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String bounds = "";

    public Scene bounds(double west, double south, double east, double north) {
        bounds = "<bounds minlon='%s' minlat='%s' maxlon='%s' maxlat='%s'/>".formatted(west, south, east, north);
        return this;
    }

    /** @param tags key=value */
    public Scene node(long id, double lon, double lat, String... tags) {
        nodes.append("<node id='%d' lon='%s' lat='%s'>%s</node>".formatted(id, lon, lat, tags(tags)));
        return this;
    }

    /** @param refs node ids, blank-separated */
    public Scene way(long id, String refs, String... tags) {
        ways.append("<way id='%d'>".formatted(id));
        for (String ref : refs.split(" ")) {
            ways.append("<nd ref='").append(ref).append("'/>");
        }
        ways.append(tags(tags)).append("</way>");
        return this;
    }

    /** @param members role:way id, blank-separated */
    public Scene relation(long id, String members, String... tags) {
        relations.append("<relation id='%d'>".formatted(id));
        for (String member : members.split(" ")) {
            String[] parts = member.split(":");
            relations.append("<member type='way' ref='%s' role='%s'/>".formatted(parts[1], parts[0]));
        }
        relations.append(tags(tags)).append("</relation>");
        return this;
    }

    private static String tags(String... tags) {
        StringBuilder xml = new StringBuilder();
        for (String tag : tags) {
            int equals = tag.indexOf('=');
            xml.append("<tag k='%s' v='%s'/>".formatted(tag.substring(0, equals), tag.substring(equals + 1)));
        }
        return xml.toString();
    }

    public String xml() {
        return "<osm version='0.6'>" + bounds + nodes + ways + relations + "</osm>";
    }

    OsmFile file() {
        return new OsmFile("scene.osm", xml().getBytes(StandardCharsets.UTF_8));
    }

    Extract read(Findings findings, String area) {
        return new ExtractReader(file(), KINDS, findings, new PrintStream(OutputStream.nullOutputStream()))
                .read(WantedArea.of(area));
    }

    List<StreetRow> streets(Findings findings) {
        List<StreetRow> rows = new ArrayList<>();
        rows(findings).streets(rows::add);
        return rows;
    }

    ExtractRows rows(Findings findings) {
        return new ExtractRows(read(findings, null), new Names(List.of("fr")), findings);
    }

    static final PointKinds KINDS = new PointKinds() {
        @Override
        public Set<String> keys() {
            return Set.of("emergency");
        }

        @Override
        public Optional<String> find(Map<String, String> tags) {
            return "defibrillator".equals(tags.get("emergency")) ? Optional.of("aed") : Optional.empty();
        }

        @Override
        public Map<String, Object> attributes(String kind, Map<String, String> tags, List<String> leftOut) {
            return new TreeMap<>(new LinkedHashMap<>());
        }
    };
}
