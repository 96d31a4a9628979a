package dev.millrace.model.document;

import java.util.List;

/** A check of config fields that needs more than their schema: expressions, conditions, collections. */
@FunctionalInterface
public interface ConfigCheck {
    /** Looks at one field that has a hint; answers nothing for a field that is none of its business. */
    List<Violation> check(ConfigField field);
}
