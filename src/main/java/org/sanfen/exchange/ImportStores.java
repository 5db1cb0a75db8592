package org.sanfen.exchange;

import org.sanfen.directory.KindRegistry;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * All that an import of an extract asks and writes with: the file can be read before it has been put together.
 *
 * @param place writes the place itself
 * @param json for the database's own columns
 */
@Component
record ImportStores(
        TransactionTemplate transactions,
        PlaceStore places,
        PlaceImportStore place,
        AreaImportStore areas,
        PointMergeStore points,
        ChangeNumbers numbers,
        KindRegistry kinds,
        ObjectMapper json) {}
