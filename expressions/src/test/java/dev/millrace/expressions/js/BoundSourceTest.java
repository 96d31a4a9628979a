package dev.millrace.expressions.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundSourceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {{$context.data.n}} + 1     | $$0 + 1
                    {{ a.b }} * {{a.b}} - {{c}} | $$0 * $$0 - $$1
                    `${{{a}}} items`            | `${$$0} items`
                    concat("{{a}}", {{a}})      | concat($$0, $$1)
                    {{this.x}} {{a[0]}} {{a:1}} | {{this.x}} {{a[0]}} {{a:1}}
                    {a: {b: 1}}                 | {a: {b: 1}}
                    """)
    void shouldPutIdentifiersInThePlaceOfVariables(String source, String expected) {
        assertThat(BoundSource.of(source).text()).isEqualTo(expected);
    }

    @Test
    void shouldBindWhatIsMissingToNullAndWhatIsQuotedToText() {
        // given
        var bound = BoundSource.of("f({{missing}}, {{ctx.n}}, '{{n}}', '{{missing}}')");

        // when
        var values = bound.values(
                path -> path.equals(VariablePath.parse("n")) ? Json.NODES.numberNode(5) : Json.NODES.missingNode());

        // then
        assertThat(values)
                .containsEntry("$$0", Json.NODES.nullNode())
                .containsEntry("$$1", Json.NODES.numberNode(5))
                .containsEntry("$$2", Json.NODES.textNode("5"))
                .containsEntry("$$3", Json.NODES.textNode(""));
        assertThat(bound.variables()).containsExactlyInAnyOrder(VariablePath.parse("missing"), VariablePath.parse("n"));
    }
}
