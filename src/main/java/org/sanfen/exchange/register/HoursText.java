package org.sanfen.exchange.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns opening hours in Chinese and Japanese into OSM syntax, where that is certain: days, ranges of days, times, always,
 * public holidays. Anything else in the text makes the whole uncertain, because a wrong "open" costs minutes.
 */
final class HoursText {

    private static final Pattern ALWAYS = Pattern.compile(
            "(?:全年無休|全年无休|年中無休|每天|每日|毎日|365日|全年)?[,;]?(?:24小時|24小时|24h|24時間|24hours|24/7|全天|全天候|全日|終日|常時|7x24小时|7\\*24小时|全天24小时|全天24小時|全天候24小時|全天候24小时|0:00-24:00|00:00-24:00)"
                    + "(?:開放|开放|開放使用|对外开放|利用可能|利用可|使用可能|使用可|可|營業|营业|営業|対応)?[,;]?(?:全年無休|全年无休|年中無休)?",
            Pattern.CASE_INSENSITIVE);

    /** The form of Taiwan's register: three spans of time, and a note. */
    private static final Pattern THREE_SPANS = Pattern.compile(
            "星期一至星期五(\\d{1,2}:\\d{2})?至(\\d{1,2}:\\d{2})?星期六(\\d{1,2}:\\d{2})?至(\\d{1,2}:\\d{2})?星期日(\\d{1,2}:\\d{2})?至(\\d{1,2}:\\d{2})?(?:備註:?(.*))?");

    private static final Pattern HOLIDAYS_OFF = Pattern.compile(
            "[,;。]?(?:遇|逢|及)?(?:國定假日|国定假日|國定例假日|法定节假日|法定節假日|节假日|節假日|例假日|祝日|祝祭日)(?:期間)?(?:除外|休息|休館|休|公休|不開放|未開放|不开放|不對外開放|を除く|は除く|除く|休み)[,;。]?");
    /** A note that says nothing but that it is always open. */
    private static final Pattern NOTHING_BUT_ALWAYS =
            Pattern.compile("(?=.*(?:全|24|每|永))[全年日天候小時时hHrR0-9面開开放使用每永遠无無休不打烊提供值班整]+");

    /** Days that the note takes away: 每周一及國定假日不開放. */
    private static final Pattern DAYS_OFF = Pattern.compile(
            "(?:每|逢)?(?<days>(?:" + Weekdays.DAY + "|(?<=[、,.及])[一二三四五六日](?![一二三四五六日])|[、,.及])+?)?[、,.及]?"
                    + "(?<holidays>(?:國定|国定|法定)?(?:例|節|节)?假日)?(?:期間)?(?:均|全天|全日|管制)*"
                    + "(?:不開放|不开放|不對外開放|未開放|未對外開放|無開放|休館|休园|休園|公休|休息|閉館)");

    /** A day or two a year that no syntax dates: quoted behind the hours. */
    private static final Pattern UNDATED_OFF =
            Pattern.compile("(?:全年無休)?[(,]?(?:農曆|除夕|大年|初一|春節|當天|及|、)+(?:休館|休園|休息|公休|不開放|除外|為休館日)(?:一日)?\\)?");

    private static final Pattern PIECE = Pattern.compile(
            "(?<days>(?:" + Weekdays.DAY + "(?:[-、,・.及和與与~])?)+|每天|每日|毎日|天天|平日|工作日|上班日|周末|週末|(?:星期|周|週)?一?[~-]?)?:?"
                    + "(?<times>(?:\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}[,、]?)+)");

    private HoursText() {}

    /** OSM syntax; empty if the text says more, or less, than that can. */
    static Optional<String> translate(String text) {
        String plain = plain(text);
        if (ALWAYS.matcher(plain).matches()) {
            return Optional.of("24/7");
        }
        Matcher spans = THREE_SPANS.matcher(plain.replace('-', '至'));
        if (spans.matches()) {
            return threeSpans(spans);
        }
        return pieces(plain);
    }

    /** One width, one sign for "to", and a colon in every time. */
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\u00a0]+", "")
                .replaceAll("[~〜～–—―−ー]|至|から|到", "-")
                .replace('。', ';')
                .replaceAll("(\\d{1,2})[時时点點](\\d{1,2})分", "$1:$2")
                .replaceAll("(\\d{1,2})[時时点點]半", "$1:30")
                .replaceAll("(\\d{1,2})[時时点點](?!間|间)整?", "$1:00")
                .replaceAll("(?<![\\d:])(\\d{1,2}):(\\d{2}):00", "$1:$2")
                .replaceAll("まで|まデ", "");
        return halfDays(plain);
    }

    /** 午後5:00 and 下午5:00 are 17:00. */
    private static String halfDays(String plain) {
        Matcher half = Pattern.compile("(上午|午前|早上|下午|午後|晚上)(\\d{1,2}):(\\d{2})").matcher(plain);
        StringBuilder whole = new StringBuilder();
        while (half.find()) {
            boolean isLate = half.group(1).matches("下午|午後|晚上");
            int hour = Integer.parseInt(half.group(2));
            half.appendReplacement(whole, (isLate && hour < 12 ? hour + 12 : hour) + ":" + half.group(3));
        }
        return half.appendTail(whole).toString();
    }

    private static Optional<String> threeSpans(Matcher spans) {
        String note = spans.group(7) == null ? "" : spans.group(7);
        List<String> rules = new ArrayList<>();
        boolean isAlways = true;
        for (int i = 0; i < 3; i++) {
            String from = spans.group(2 * i + 1);
            String to = spans.group(2 * i + 2);
            if ((from == null) != (to == null)) {
                return Optional.empty();
            }
            isAlways &= from != null && minutes(from) == 0 && (minutes(to) == 0 || minutes(to) >= 1439);
            if (from != null) {
                rules.add(List.of("Mo-Fr", "Sa", "Su").get(i) + " " + from + "-" + to);
            }
        }
        boolean saysAlways = ALWAYS.matcher(note).matches()
                || NOTHING_BUT_ALWAYS.matcher(note).matches();
        Matcher off = DAYS_OFF.matcher(note);
        boolean isOff = off.matches() && (off.group("days") != null || off.group("holidays") != null);
        String daysOff = isOff && off.group("days") != null
                ? Weekdays.read(off.group("days")).orElse(null)
                : "";
        // 00:00-00:00 is "always" in one office's rows and "closed" in another's, unless the note says which.
        boolean isWeekendOff = List.of("Sa,Su", "Sa-Su").contains(String.valueOf(daysOff));
        if (isWeekendOff) {
            rules.removeIf(rule -> rule.startsWith("S") && isTwice0(rule));
        }
        boolean isTwice0 = rules.stream().anyMatch(HoursText::isTwice0);
        if (isAlways && (!isTwice0 || saysAlways) && (note.isEmpty() || saysAlways)) {
            return Optional.of("24/7");
        }
        if (isTwice0 || rules.isEmpty() || saysAlways) {
            return Optional.empty();
        }
        Optional<String> hours = joined(rules);
        if (note.isEmpty()) {
            return hours;
        }
        if (HOLIDAYS_OFF.matcher(note).matches()) {
            return hours.map(rule -> rule + "; PH off");
        }
        if (UNDATED_OFF.matcher(note).matches()) {
            return hours.map(rule -> String.join(
                    "; ",
                    List.of(rule.split("; ")).stream()
                            .map(one -> one + " open \"" + note.replace("\"", "") + "\"")
                            .toList()));
        }
        if (!isOff || daysOff == null) {
            return Optional.empty();
        }
        String days = daysOff.isEmpty() || isWeekendOff ? "" : "; " + daysOff + " off";
        return hours.map(rule -> rule + days + (off.group("holidays") == null ? "" : "; PH off"));
    }

    private static boolean isTwice0(String rule) {
        String[] ends = rule.substring(rule.indexOf(' ') + 1).split("-");
        return minutes(ends[0]) == minutes(ends[1]);
    }

    /** Rules of one span for several days become one rule. */
    private static Optional<String> joined(List<String> rules) {
        List<String> days = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (String rule : rules) {
            Optional<String> span = span(rule.substring(rule.indexOf(' ') + 1));
            if (span.isEmpty()) {
                return Optional.empty();
            }
            String day = rule.substring(0, rule.indexOf(' '));
            if (times.contains(span.get())) {
                int same = times.indexOf(span.get());
                days.set(same, days.get(same) + "," + day);
            } else {
                days.add(day);
                times.add(span.get());
            }
        }
        StringBuilder hours = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            String day = days.get(i)
                    .replace("Mo-Fr,Sa,Su", "Mo-Su")
                    .replace("Mo-Fr,Sa", "Mo-Sa")
                    .replace("Sa,Su", "Sa-Su");
            hours.append(i == 0 ? "" : "; ").append(day).append(' ').append(times.get(i));
        }
        return Optional.of(hours.toString());
    }

    private static Optional<String> pieces(String plain) {
        Matcher off = HOLIDAYS_OFF.matcher(plain);
        String rest = off.replaceAll(";");
        boolean holidaysOff = !rest.equals(plain);
        List<String> rules = new ArrayList<>();
        boolean isWeekday = false;
        int end = 0;
        Matcher piece = PIECE.matcher(rest);
        while (piece.find()) {
            if (!rest.substring(end, piece.start()).matches("[,;、/]*")) {
                return Optional.empty();
            }
            end = piece.end();
            String days = piece.group("days");
            Optional<String> read = days == null || days.isEmpty() ? Optional.of("") : Weekdays.read(days);
            List<String> times = new ArrayList<>();
            for (String one : piece.group("times").split("[,、]")) {
                span(one).ifPresent(times::add);
            }
            if (read.isEmpty() || times.size() != piece.group("times").split("[,、]").length) {
                return Optional.empty();
            }
            isWeekday |= days != null && days.matches("平日|工作日|上班日");
            rules.add((read.get().isEmpty() ? "" : read.get() + " ") + String.join(",", times));
        }
        boolean isMixed = rules.size() > 1 && rules.stream().anyMatch(rule -> Character.isDigit(rule.charAt(0)));
        if (rules.isEmpty() || isMixed || !rest.substring(end).matches("[,;、]*(?:開放|开放|営業|營業|营业)?[,;]*")) {
            return Optional.empty();
        }
        return Optional.of(String.join("; ", rules) + (holidaysOff || isWeekday ? "; PH off" : ""));
    }

    /** A span of time in OSM syntax; empty for one that can't be meant. 23:59 is midnight. */
    static Optional<String> span(String span) {
        String[] ends = span.split("-");
        if (ends.length != 2) {
            return Optional.empty();
        }
        int from = minutes(ends[0]);
        int to = minutes(ends[1]);
        if (from < 0 || to < 0 || from >= 1440 || to > 1440 || from == to) {
            return Optional.empty();
        }
        int until = to == 0 || to == 1439 ? 1440 : to;
        return from == until ? Optional.empty() : Optional.of(clock(from) + "-" + clock(until));
    }

    /** Minutes since midnight; -1 for no time. */
    static int minutes(String time) {
        Matcher parts = Pattern.compile("(\\d{1,2}):(\\d{2})").matcher(time);
        if (!parts.matches()) {
            return -1;
        }
        int minutes = Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2));
        return Integer.parseInt(parts.group(2)) > 59 || minutes > 1440 ? -1 : minutes;
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
