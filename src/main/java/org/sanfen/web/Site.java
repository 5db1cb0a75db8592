package org.sanfen.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What an operator has made of the site without code: its names, its records, its own numbers and layers. Immutable. */
@Component("site")
public class Site {

    private static final String ICP = "https://beian.miit.gov.cn/";
    private static final String PUBLIC_SECURITY = "https://beian.mps.gov.cn/#/query/webSearch?code=";
    private static final Pattern DIGITS = Pattern.compile("\\d{8,16}");

    private final SiteSettings settings;
    private final Messages messages;

    Site(SiteFile file, Messages messages) {
        this.settings = file.settings();
        this.messages = messages;
    }

    /** The name of the site, which stands in every page's title. */
    public String title(String language) {
        return messages.text(language, "site.title");
    }

    /** Who runs the site; null where the operator does not say. */
    public String organisation(String language) {
        return ofLanguage(settings.organisation(), language);
    }

    /** Address of the logo on this site; null for none. */
    public String logo() {
        return settings.logo() == null ? null : SiteController.LOGO;
    }

    /** The place that opens when none is asked for; null for the first there is. */
    public String defaultPlace() {
        return settings.defaultPlace();
    }

    /** For browsers that ask for no language of ours; null for the usual. */
    public String defaultLanguage() {
        return settings.defaultLanguage();
    }

    /**
     * The numbers to call at a place: the operator's, where it gave any, in place of the imported ones.
     *
     * @param imported service to number
     */
    public Map<String, String> emergencyNumbers(String place, Map<String, String> imported) {
        Map<String, String> own = settings.emergencyNumbers().get(place);
        if (own == null) {
            return imported;
        }
        Map<String, String> numbers = new LinkedHashMap<>(imported);
        numbers.putAll(own);
        return numbers;
    }

    /** The approval number (审图号) of a layer's map, such as {@code basemap}; null for none. */
    public String approval(String layer) {
        return settings.approvals().get(layer);
    }

    /** What stands at the foot of every page: organisation, record numbers with their customary links, approvals. */
    public List<FooterLine> footerLines(String language) {
        List<FooterLine> lines = new ArrayList<>();
        if (organisation(language) != null) {
            lines.add(new FooterLine(organisation(language), null));
        }
        if (settings.icp() != null) {
            lines.add(new FooterLine(settings.icp(), ICP));
        }
        if (settings.publicSecurity() != null) {
            Matcher code = DIGITS.matcher(settings.publicSecurity());
            lines.add(new FooterLine(
                    settings.publicSecurity(), code.find() ? PUBLIC_SECURITY + code.group() : PUBLIC_SECURITY));
        }
        for (String layer : List.of("basemap", "points", "coverage", "tianditu")) {
            if (approval(layer) != null && (!layer.equals("tianditu") || baseLayer() != null)) {
                lines.add(new FooterLine(
                        messages.text(language, "site.approval." + layer, "number", approval(layer)), null));
            }
        }
        return lines;
    }

    /** A line of the foot. @param link where it leads; null for none */
    public record FooterLine(String text, String link) {}

    /** The online layer that visitors may turn on; null where the operator offers none. */
    public BaseLayer baseLayer() {
        return settings.tiandituKey() == null ? null : BaseLayer.tianditu(settings.tiandituKey());
    }

    /**
     * Tiles of somebody else's server, which sees the map view of whoever turns them on.
     *
     * @param id in messages and approvals
     * @param hosts origins that a page must be allowed to show pictures of
     * @param tiles addresses with {@code {s} {z} {x} {y}}, the lowest layer first
     */
    public record BaseLayer(String id, List<String> hosts, List<String> tiles) {

        private static final int SERVERS = 8;

        static BaseLayer tianditu(String key) {
            return new BaseLayer(
                    "tianditu",
                    IntStream.range(0, SERVERS)
                            .mapToObj("https://t%d.tianditu.gov.cn"::formatted)
                            .toList(),
                    List.of(tiandituTiles("vec", key), tiandituTiles("cva", key)));
        }

        private static String tiandituTiles(String layer, String key) {
            return "https://t{s}.tianditu.gov.cn/" + layer + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER="
                    + layer + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
                    + key;
        }
    }

    /** The text of a language, of all others, or of the one it falls back on; null for none. */
    static String ofLanguage(Map<String, String> texts, String language) {
        return texts.containsKey("") && !texts.containsKey(language)
                ? texts.get("")
                : PageLanguage.text(texts, language);
    }
}
