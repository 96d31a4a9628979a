package dev.millrace.model.variable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A config with {@code {{path}}} and {@code {{path:default}}} in its texts, compiled once and resolved often. Immutable and
 * thread-safe.
 *
 * <ul>
 *   <li>A text that is exactly one template takes the value with its type; in any other text values are put in as JavaScript
 *       writes them ({@link dev.millrace.model.json.JsText}).
 *   <li>The default is used where the variable has no value; null is a value.
 *   <li>Names of properties may hold templates too.
 *   <li>What was put in is never looked at again: a value that contains a template stays as it is.
 *   <li>{@code {{$env.NAME}}} is not resolved here; see {@link dev.millrace.model.message.SecretReference}.
 * </ul>
 */
public final class Template {
    private final TemplateNode root;
    private final List<TemplateReference> references;

    private Template(TemplateNode root, List<TemplateReference> references) {
        this.root = root;
        this.references = references;
    }

    public static Template compile(JsonNode config) {
        var compiler = new TemplateCompiler();
        TemplateNode root = compiler.compile(config, JsonPointer.empty());
        return new Template(root, compiler.references());
    }

    /** Whether the value is a text that is exactly one template. */
    public static boolean isWhole(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        var pieces = TemplateText.parse(value.textValue());
        return pieces.size() == 1 && pieces.get(0) instanceof TemplateText.Variable;
    }

    public Resolved resolve(Variables variables) {
        if (isConstant()) {
            return new Resolved(((TemplateNode.Constant) root).value(), List.of());
        }
        var resolution = new TemplateNode.Resolution(variables);
        JsonNode value = root.resolve(resolution, JsonPointer.empty());
        return new Resolved(value, resolution.secrets());
    }

    /** Whether there is nothing to resolve. */
    public boolean isConstant() {
        return root instanceof TemplateNode.Constant;
    }

    /** Every variable in the order of the text, once per place where it stands. */
    public List<TemplateReference> paths() {
        return references;
    }
}
