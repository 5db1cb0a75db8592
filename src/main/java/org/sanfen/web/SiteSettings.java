package org.sanfen.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What an operator says of a site, unset things empty or null.
 *
 * @param title of every page, by language; {@code ""} stands for all others
 * @param organisation that runs the site, likewise
 * @param logo an SVG or PNG file; null for none
 * @param defaultPlace id of the place that opens without {@code ?place=}; null for the first
 * @param defaultLanguage for browsers that ask for no language of ours; null for the usual
 * @param emergencyNumbers place to service to number, in place of the imported ones
 * @param icp ICP record number (网站备案号); null for none
 * @param publicSecurity public-security record number (公安备案号); null for none
 * @param approvals layer to the approval number of its map (审图号)
 * @param tiandituKey a browser key of Tianditu; null where that layer is not offered
 */
record SiteSettings(
        Map<String, String> title,
        Map<String, String> organisation,
        Path logo,
        String defaultPlace,
        String defaultLanguage,
        Map<String, Map<String, String>> emergencyNumbers,
        String icp,
        String publicSecurity,
        Map<String, String> approvals,
        String tiandituKey) {

    /** Services that have a number to call. */
    static final Set<String> SERVICES = Set.of("fire", "medical", "police", "general");

    /** Layers that may need an approval number. */
    static final Set<String> LAYERS = Set.of("basemap", "points", "coverage", "tianditu");
}
