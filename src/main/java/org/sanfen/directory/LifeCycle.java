package org.sanfen.directory;

import java.util.List;

/**
 * How a kind ages, by default; an operator sets its own per jurisdiction. Upkeep reads it.
 *
 * @param checkEveryDays days between visual checks
 * @param expiryFields fields whose printed date ends its service, never a model's default
 * @param madeOnField field with the date of manufacture, from which scrapping counts; null for none
 * @param servicedOnField field with the date of the last service; null for none
 * @param rules years by what the device is; empty where nothing is scrapped by age
 */
public record LifeCycle(
        Integer checkEveryDays,
        List<String> expiryFields,
        String madeOnField,
        String servicedOnField,
        List<Rule> rules) {

    /**
     * @param field field that decides, such as {@code agent}
     * @param value its value
     * @param scrapAfterYears years from manufacture to the end of its life
     * @param firstServiceAfterYears years from manufacture to the first service
     * @param serviceEveryYears years between later services
     */
    public record Rule(
            String field, String value, int scrapAfterYears, int firstServiceAfterYears, int serviceEveryYears) {}

    public LifeCycle {
        expiryFields = expiryFields == null ? List.of() : expiryFields;
        rules = rules == null ? List.of() : rules;
    }
}
