package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaException;
import java.util.List;

/** Configs fit the schemas of their types, and every further check finds its fields in order. */
final class ConfigRules {
    private final ConfigSchemas schemas;
    private final List<ConfigCheck> checks;
    private final Report report;

    ConfigRules(ConfigSchemas schemas, List<ConfigCheck> checks, Report report) {
        this.schemas = schemas;
        this.checks = checks;
        this.report = report;
    }

    void check(JsonNode schema, JsonNode config, JsonPointer at) {
        if (!config.isObject()) {
            report.violation(at.toString(), "bad_config", "Expected config to be an object, but it is " + config);
            return;
        }
        try {
            report.violations(schemas.check(schema, config, at));
        } catch (JsonSchemaException e) {
            report.finding(
                    at.toString(),
                    "config_not_checked",
                    "Expected the type to come with a JSON Schema of its config, but it is none: " + e.getMessage());
        }
        for (ConfigField field : ConfigFields.of(schema, config, at)) {
            checks.forEach(check -> report.violations(check.check(field)));
        }
    }
}
