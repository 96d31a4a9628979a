package dev.millrace.trigger.collection;

import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import dev.millrace.model.json.Json;
import dev.millrace.trigger.TriggerType;
import jakarta.inject.Singleton;

/** Starts a workflow when a record is created, updated or deleted, whoever writes it. */
@Singleton
public class CollectionTrigger implements TriggerType {
    static final String TYPE = "collection";

    private static final String CONFIG = """
            {"type": "object", "properties": {
              "collection": {"type": "string", "title": "Collection", "x-ui": "collection"},
              "mode": {"title": "Trigger on", "enum": [1, 2, 3, 4], "x-ui": "collection-mode",
                "description": "1 created, 2 updated, 3 created or updated, 4 deleted"},
              "changed": {"type": "array", "items": {"type": "string"}, "title": "Changed fields", "x-ui": "fields",
                "x-visible-when": {"mode": [2, 3]},
                "description": "An update counts only when one of these fields really changed; none means any update"},
              "condition": {"type": ["object", "null"], "title": "Only when", "x-ui": "filter",
                "x-visible-when": {"mode": [1, 2, 3]},
                "description": "Checked on the stored record; not for deletions"},
              "appends": {"type": "array", "items": {"type": "string"}, "title": "Associations to load",
                "x-ui": "appends"}},
              "required": ["collection", "mode"]}
            """;

    private static final String CONTEXT = """
            {"type": "object", "properties": {"data": {"type": "object", "title": "Record", "x-ui": "record"}}}
            """;

    private static final String EXAMPLE = """
            {"collection": "orders", "mode": 1, "condition": {"$and": [{"status": {"$eq": "new"}}]},
             "appends": ["customer"]}
            """;

    @Override
    public TriggerTypeDescriptor descriptor() {
        return new TriggerTypeDescriptor(
                TYPE,
                "Collection event",
                "table",
                Json.parse(CONFIG),
                Json.parse(CONTEXT),
                // The change log shows what is committed: there is nothing left to hold up.
                false,
                "Starts once for every change of a record, after it is committed, whoever makes it: plain SQL, bulk"
                        + " statements and other applications included.",
                Json.parse(EXAMPLE));
    }
}
