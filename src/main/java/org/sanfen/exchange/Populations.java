package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanfen.exchange.PopulationFile.Bad;
import org.sanfen.exchange.PopulationStore.AreaPopulation;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.staff.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the populations of a place's areas from a file, or one from the editor: all of a file in one transaction, under one
 * change number. No import of an extract touches them. Thread-safe.
 */
@Service
public class Populations {

    private final PopulationStore store;
    private final ChangeNumbers numbers;
    private final Audit audit;

    Populations(PopulationStore store, ChangeNumbers numbers, Audit audit) {
        this.store = store;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * What a file would change, or has changed.
     *
     * @param changes areas whose population is another one
     * @param unchanged how many have the one that the file gives
     * @param bad rows that can't be used, by line; areas that nobody knows among them
     * @param without areas of the place that have no known population afterwards
     * @param changeNumber that the changes took; null where nothing was written
     */
    public record Outcome(List<Change> changes, int unchanged, List<BadRow> bad, int without, Long changeNumber) {}

    /** One area's population before (null where unknown) and after. */
    public record Change(String area, String name, Long before, long after) {}

    /**
     * A row that can't be used.
     *
     * @param line from 1
     * @param value what stands there
     * @param reason key of the sentence in the i18n files
     */
    public record BadRow(long line, String value, String reason) {}

    /** What {@link #apply} would do. */
    @Transactional(readOnly = true)
    public Outcome preview(String placeId, byte[] file) {
        return read(placeId, file);
    }

    /** @param staffId who does it; null from the command line */
    @Transactional
    public Outcome apply(String placeId, byte[] file, Long staffId) {
        Outcome outcome = read(placeId, file);
        if (outcome.changes().isEmpty()) {
            return outcome;
        }
        long number = numbers.next(placeId, Part.AREAS, Part.DEMAND);
        for (Change change : outcome.changes()) {
            store.give(placeId, change.area(), change.after(), "csv", staffId, number);
        }
        if (staffId != null) {
            List<String> names = outcome.changes().stream().map(Change::name).toList();
            audit.record(staffId, Audit.Action.RESIDENTS_IMPORTED, AreaChanges.subject(placeId, names));
        }
        return new Outcome(outcome.changes(), outcome.unchanged(), outcome.bad(), outcome.without(), number);
    }

    /** One area's population; null takes back what staff gave, so that the extract's stands again. */
    @Transactional
    public void set(String placeId, String areaId, Long residents, long staffId) {
        long number = numbers.next(placeId, Part.AREAS, Part.DEMAND);
        AreaPopulation before = findArea(placeId, areaId).orElseThrow();
        store.give(placeId, areaId, residents, "staff", staffId, number);
        AreaPopulation after = findArea(placeId, areaId).orElseThrow();
        List<Audit.Change> changes = new ArrayList<>();
        Audit.Change.add(changes, "residents", before.residents(), after.residents());
        audit.record(staffId, Audit.Action.RESIDENTS_CHANGED, AreaChanges.subject(areaId, before.name()), changes);
    }

    /** The same inside a change that has its number already, which counts as one of DEMAND. */
    void set(String placeId, String areaId, Long residents, long staffId, long changeNumber) {
        store.give(placeId, areaId, residents, "staff", staffId, changeNumber);
    }

    Optional<AreaPopulation> findArea(String placeId, String areaId) {
        return listAreas(placeId).stream()
                .filter(area -> area.id().equals(areaId))
                .findFirst();
    }

    List<AreaPopulation> listAreas(String placeId) {
        return store.listAreas(placeId);
    }

    private Outcome read(String placeId, byte[] bytes) {
        PopulationFile file = PopulationFile.read(bytes);
        List<AreaPopulation> areas = store.listAreas(placeId);
        Map<String, List<AreaPopulation>> byName = new HashMap<>();
        for (AreaPopulation area : areas) {
            byName.computeIfAbsent(area.id(), any -> new ArrayList<>()).add(area);
            if (area.code() != null && !area.code().equals(area.id())) {
                byName.computeIfAbsent(area.code(), any -> new ArrayList<>()).add(area);
            }
        }
        List<Bad> bad = new ArrayList<>(file.bad());
        List<Change> changes = new ArrayList<>();
        Set<String> told = new HashSet<>();
        int unchanged = 0;
        for (PopulationFile.Row row : file.rows()) {
            List<AreaPopulation> meant = byName.getOrDefault(row.area(), List.of());
            if (meant.size() != 1) {
                String reason = meant.isEmpty() ? "population.bad.unknown" : "population.bad.ambiguous";
                bad.add(new Bad(row.line(), row.area(), reason));
            } else if (!told.add(meant.get(0).id())) {
                bad.add(new Bad(row.line(), row.area(), "population.bad.twice"));
            } else if (Long.valueOf(row.residents()).equals(meant.get(0).residents())) {
                unchanged++;
            } else {
                AreaPopulation area = meant.get(0);
                changes.add(new Change(area.id(), area.name(), area.residents(), row.residents()));
            }
        }
        int without = (int) areas.stream()
                .filter(area -> area.residents() == null && !told.contains(area.id()))
                .count();
        return new Outcome(
                List.copyOf(changes),
                unchanged,
                bad.stream()
                        .sorted((a, b) -> Long.compare(a.line(), b.line()))
                        .map(one -> new BadRow(one.line(), one.value(), one.reason()))
                        .toList(),
                without,
                null);
    }
}
