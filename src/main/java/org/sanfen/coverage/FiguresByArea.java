package org.sanfen.coverage;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a run, one entry an area: in the areas' order, and by the area's id without looking through them, since a
 * report of thousands of areas asks for each several times. Immutable and thread-safe.
 */
public final class FiguresByArea extends AbstractList<CoverageFigures> {

    private final List<CoverageFigures> inOrder;
    private final Map<String, CoverageFigures> byArea = new HashMap<>();

    public FiguresByArea(List<CoverageFigures> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        this.inOrder.forEach(one -> byArea.put(one.area(), one));
    }

    Optional<CoverageFigures> find(String areaId) {
        return Optional.ofNullable(byArea.get(areaId));
    }

    @Override
    public CoverageFigures get(int number) {
        return inOrder.get(number);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
