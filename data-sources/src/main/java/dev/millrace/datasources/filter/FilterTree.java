package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Field;
import java.util.List;

/** A filter after reading: every name resolved, empty groups gone. */
sealed interface FilterTree {
    FilterTree EMPTY = new All(List.of());

    boolean isEmpty();

    boolean leavesRoot();

    record All(List<FilterTree> parts) implements FilterTree {
        @Override
        public boolean isEmpty() {
            return parts.isEmpty();
        }

        @Override
        public boolean leavesRoot() {
            return parts.stream().anyMatch(FilterTree::leavesRoot);
        }
    }

    record Any(List<FilterTree> parts) implements FilterTree {
        @Override
        public boolean isEmpty() {
            return parts.isEmpty();
        }

        @Override
        public boolean leavesRoot() {
            return parts.stream().anyMatch(FilterTree::leavesRoot);
        }
    }

    record Not(FilterTree part) implements FilterTree {
        @Override
        public boolean isEmpty() {
            return part.isEmpty();
        }

        @Override
        public boolean leavesRoot() {
            return part.leavesRoot();
        }
    }

    /** @param path associations from the root to the collection that holds the field */
    record Test(List<Association> path, Field field, Operator operator, String operatorName, JsonNode value)
            implements FilterTree {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public boolean leavesRoot() {
            return !path.isEmpty();
        }
    }
}
