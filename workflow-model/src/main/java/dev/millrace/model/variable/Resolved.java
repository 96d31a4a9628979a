package dev.millrace.model.variable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.message.SecretReference;
import java.util.List;

/**
 * A template with its variables filled in.
 *
 * @param value shares nodes with the template and with the variables: never to be changed in place. A property whose
 *     template has no value is absent, an element is null; {@link com.fasterxml.jackson.databind.node.MissingNode} when the
 *     template as a whole has no value
 * @param secrets the texts that only a worker can complete; null stands in their place in {@code value}
 */
public record Resolved(JsonNode value, List<SecretReference> secrets) {}
