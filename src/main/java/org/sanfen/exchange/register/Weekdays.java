package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days of the week in Chinese, Japanese and French into OSM syntax: 月火水木金, 週一至週五, 土日祝, {lundi,mardi}. */
final class Weekdays {

    /** One day, its prefix or suffix included; to be put into a larger pattern. */
    static final String DAY = "(?:(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[月火水木金土日](?:曜日|曜)?|祝日?|[一二三四五六](?=[-、,至]?[一二三四五六日]))";

    private static final List<String> OSM = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String HOLIDAY = "PH";
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("每天", "Mo-Su"),
            Map.entry("每日", "Mo-Su"),
            Map.entry("毎日", "Mo-Su"),
            Map.entry("天天", "Mo-Su"),
            Map.entry("平日", "Mo-Fr"),
            Map.entry("工作日", "Mo-Fr"),
            Map.entry("上班日", "Mo-Fr"),
            Map.entry("周末", "Sa-Su"),
            Map.entry("週末", "Sa-Su"),
            Map.entry("7j/7", "Mo-Su"));
    private static final Pattern ONE = Pattern.compile("(?:星期|礼拜|禮拜|周|週)?([一二三四五六日天月火水木金土]|祝日?)(?:曜日|曜)?");
    private static final List<String> FRENCH =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private Weekdays() {}

    static Optional<String> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[{}\"\\[\\]]", "");
        if (WHOLE.containsKey(plain)) {
            return Optional.of(WHOLE.get(plain));
        }
        TreeSet<Integer> days = new TreeSet<>();
        if (plain.matches("(?:[a-z/0-9]+,?)+")) {
            for (String day : plain.split(",")) {
                if (FRENCH.indexOf(day) < 0) {
                    return Optional.empty();
                }
                days.add(FRENCH.indexOf(day));
            }
            return Optional.of(osm(days));
        }
        return eastern(plain, days);
    }

    private static Optional<String> eastern(String plain, TreeSet<Integer> days) {
        Matcher day = ONE.matcher(plain);
        int end = 0;
        int last = -1;
        while (day.find()) {
            String between = plain.substring(end, day.start());
            int place = "一二三四五六日".indexOf(day.group(1).replace('天', '日'));
            place = place >= 0 ? place : "月火水木金土日祝".indexOf(day.group(1).charAt(0));
            if (between.matches("[-~]|至") && last >= 0 && last <= place && place < 7) {
                for (int i = last; i <= place; i++) {
                    days.add(i);
                }
            } else if (between.matches("(?:[、,・.及和與与]|及び)*")) {
                days.add(place);
            } else {
                return Optional.empty();
            }
            last = place;
            end = day.end();
        }
        boolean isAll = plain.substring(end).matches("[、,・.及和與与:]*");
        return days.isEmpty() || !isAll ? Optional.empty() : Optional.of(osm(days));
    }

    /** Runs of three and more become ranges. */
    private static String osm(TreeSet<Integer> days) {
        List<String> parts = new ArrayList<>();
        for (Integer first : days) {
            if (days.contains(first - 1) && first < 7) {
                continue;
            }
            int last = first;
            while (first < 7 && days.contains(last + 1) && last + 1 < 7) {
                last++;
            }
            parts.add(
                    first == 7
                            ? HOLIDAY
                            : last == first
                                    ? OSM.get(first)
                                    : OSM.get(first) + (last == first + 1 ? "," : "-") + OSM.get(last));
        }
        return String.join(",", parts);
    }
}
