package dev.millrace.trigger.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The structure that rows are shaped by. For one thread. */
final class Structures {
    private final DataSource source;
    /** Columns that stayed unknown after a look: dropped again, or of a kind that is not shown. */
    private final Set<String> lookedFor = new HashSet<>();

    Structures(DataSource source) {
        this.source = source;
    }

    /** @throws dev.millrace.datasources.DataSourceException when the data source cannot be asked */
    Optional<Collection> of(RowChange change) {
        String name = Plans.collectionName(source.settings(), change.schema(), change.table());
        var known = Waiting.forStage(source.collection(name));
        if (known.isEmpty() || !hasNewColumn(known.get(), change.row())) {
            return known;
        }
        Waiting.forStage(source.refresh());
        return Waiting.forStage(source.collection(name));
    }

    private boolean hasNewColumn(Collection known, ObjectNode row) {
        boolean isNew = false;
        var names = row.fieldNames();
        while (names.hasNext()) {
            String column = names.next();
            isNew |= known.field(column).isEmpty() && lookedFor.add(known.name() + "\n" + column);
        }
        return isNew;
    }
}
