package dev.millrace.model.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;

/**
 * All that anyone needs to know of a node type: from it come validation, the editor's form, the variable picker and the
 * reference documentation.
 *
 * <p>Hints in the config schema, besides JSON Schema's own words; {@code docs/ui-hints.md} shows each with its form:
 *
 * <ul>
 *   <li>{@code "x-ui"} says how a field is edited and what else is checked in it: {@code expression} (text in the language that
 *       the sibling {@code engine} names), {@code template} (text with {@code {{…}}}), {@code collection} ({@code name} or
 *       {@code data source:name}, checked to exist), {@code fields} (names of fields of the nearest {@code collection}),
 *       {@code appends} (list of paths of associations of the nearest {@code collection} to load with a record: {@code category},
 *       {@code category.owner}), {@code sort} (list of {@code {field, direction}}, {@code asc} or {@code desc}),
 *       {@code collection-mode} (which changes of a row count: 1 created, 2 updated, 3 created or updated, 4 deleted),
 *       {@code record} (in the schema of a context or result: the value is a record of the config's {@code collection}, so its
 *       fields can be picked), {@code filter}, {@code assignments} (field to value), {@code duration} (ms), {@code code} (a program text; braces in it are
 *       not taken as seriously as elsewhere), {@code keyValues} (list of {@code {name, value}}), {@code secret}, {@code json},
 *       {@code sampleJson} (a sample, from which a schema or a mapping is made), {@code workflow} (key of a workflow), {@code variable} (key of
 *       a node of type variable), {@code hidden} (kept, not shown), {@code condition} (an object with {@code engine}, {@code calculation},
 *       {@code expression}; may stand on the whole config).
 *   <li>{@code "x-template": true}: the field also accepts a text that is exactly one template. It stands in the field's own
 *       schema, not beside a {@code $ref}.
 *   <li>{@code "x-visible-when"}: the values that other fields must have for this one to be shown; {@code "x-enum-titles"}: the titles
 *       of the values of {@code enum}, in their order; {@code "x-advanced": true}: shown when asked for; {@code "x-placeholder"}; {@code
 *       "x-language": "text"} for several lines; {@code "x-sample-target"} for {@code sampleJson}. They have no effect but on the form.
 *   <li>{@code "x-branches"} beside the whole schema: how the type's branches are drawn. {@code {"when": {field: value}}} only with that
 *       config, {@code {"each": field, "from": n}} one for each element of a list in the config, numbered from n, {@code {"add": false}}
 *       no further ones by hand. {@code "x-ends": true}: nothing runs behind such a node. They have no effect but on the drawing.
 *   <li>{@code "x-joins": {field: value}} beside the whole schema: with that config a node has succeeded only once all of its
 *       branches have run to their ends, so what stands behind it may name their results.
 *   <li>{@code "x-collection": true}: the field names a collection, however it is edited.
 *   <li>{@code "x-inside": true} at a property of the config itself: the field is looked up inside the node's own branches, at their
 *       end, so it may name the results of nodes that stand there (a loop's {@code collect}).
 *   <li>{@code "x-templates-when": {field: value}}: templates in this text are a violation unless the fields beside it have these
 *       values, or always where it is {@code false}. It stands beside {@code x-ui}.
 * </ul>
 *
 * <p>Fields unknown to the schema are allowed, and so is null for a field that is not required. References are followed within
 * the schema only.
 *
 * @param type the type's name in a workflow document
 * @param group place in the palette: control, calculation, collection, manual, extended
 * @param configSchema JSON Schema (2020-12) of the node's config, with UI hints under {@code x-ui}; a schema with
 *     {@code "x-template": true} also accepts a text that is exactly one template
 * @param resultSchema JSON Schema of the node's result, or null when it has none
 * @param testable whether one node of the type can be run alone
 * @param syncCapable whether the type may stand in a synchronous workflow
 * @param help a paragraph for the reader of the palette and of the reference documentation
 * @param example a config that works
 */
public record NodeTypeDescriptor(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("group") String group,
        @JsonProperty("icon") String icon,
        @JsonProperty("configSchema") JsonNode configSchema,
        @JsonProperty("resultSchema") JsonNode resultSchema,
        @JsonProperty("branches") Branches branches,
        @JsonProperty("testable") boolean testable,
        @JsonProperty("syncCapable") boolean syncCapable,
        @JsonProperty("help") String help,
        @JsonProperty("example") JsonNode example) {

    public NodeTypeDescriptor {
        branches = branches == null ? Branches.NONE : branches;
        configSchema = configSchema == null ? Json.object() : configSchema;
    }
}
