package org.sanfen.street;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How points and buildings meet the network (coverage.md section 2).
 *
 * @param longestLegM straight legs longer than this leave a point or building unlinked, metres
 * @param smallestPieceM nothing snaps onto a network piece with less street in all, metres
 */
@ConfigurationProperties("sanfen.streets")
public record StreetSettings(
        @DefaultValue("50") double longestLegM,
        @DefaultValue("500") double smallestPieceM) {}
