package dev.millrace.model.variable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.SecretReference;
import dev.millrace.model.message.SecretReference.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String ROOT = """
            {"$context": {"data": {"n": 5, "f": 2.50, "t": true, "s": "", "z": null, "k": "dyn", "arr": [1, "x", null],
              "obj": {"a": 1}, "tpl": "{{$context.data.n}}", "dollar": "$& $1 $$", "secretText": "{{$env.KEY}}"}}}
            """;

    private static final Variables VARIABLES = path -> Walk.along(Json.parse(ROOT), path.segments());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'{{$context.data.n}}'|5",
                "'{{ $context.data.n }}'|5",
                "'{{ctx.$context.data.n}}'|5",
                "'{{$context.data.t}}'|true",
                "'{{$context.data.s}}'|''",
                "'{{$context.data.z}}'|null",
                "'{{$context.data.arr}}'|[1,'x',null]",
                "'{{$context.data.obj}}'|{'a':1}",
                "'{{$context.data.none:you}}'|'you'",
                "'{{$context.data.none:a:b}}'|'a:b'",
                "'{{$context.data.z:you}}'|null",
                "'{{$context.data.n :you}}'|'you'",
                "'{{$context.data.n}} '|'5 '",
                "'n={{$context.data.n}};'|'n=5;'",
                "'{{$context.data.f}}/{{$context.data.t}}'|'2.5/true'",
                "'[{{$context.data.z}}{{$context.data.none}}]'|'[]'",
                "'{{$context.data.arr}}!'|'1,x,!'",
                "'{{$context.data.obj}}!'|'[object Object]!'",
                "'hi {{$context.data.none:you}}'|'hi you'",
                "'{{{$context.data.n}}}'|'{5}'",
                "'{{$context.data[0]}}'|'{{$context.data[0]}}'",
                "'{{größe}}'|'{{größe}}'",
                "'{{}}'|'{{}}'",
                "'Grüße {{$context.data.n}} 你好'|'Grüße 5 你好'",
                "{'{{$context.data.k}}':1}|{'dyn':1}",
                "{'a':'{{$context.data.none}}','b':1}|{'b':1}",
                "['{{$context.data.none}}',1]|[null,1]",
                "'{{$context.data.tpl}} {{$context.data.n}}'|'{{$context.data.n}} 5'",
                "'{{$context.data.dollar}}!'|'$& $1 $$!'",
            })
    void shouldResolve(String template, String expected) {
        assertThat(resolve(template).value()).isEqualTo(json(expected));
    }

    @Test
    void shouldLeaveWhatIsNoTemplate() {
        assertThat(resolve("'x {{$context.data.n | upper}}'").value())
                .isEqualTo(json("'x {{$context.data.n | upper}}'"));
    }

    @Test
    void shouldHaveNoValueWhenWholeTemplateHasNone() {
        assertThat(resolve("'{{$context.data.none}}'").value().isMissingNode()).isTrue();
    }

    @Test
    void shouldLeaveSecretsToTheWorker() {
        // when
        Resolved resolved = resolve(
                "{'headers':[{'name':'a'},{'value':'Bearer {{$env.KEY}} {{$context.data.n}}'}],'{{$context.data.k}}':'{{$env.A.B}}'}");

        // then
        assertThat(resolved.value()).isEqualTo(json("{'headers':[{'name':'a'},{'value':null}],'dyn':null}"));
        assertThat(resolved.secrets())
                .containsExactly(
                        new SecretReference(
                                "/headers/1/value", List.of(Part.text("Bearer "), Part.env("KEY"), Part.text(" 5"))),
                        new SecretReference("/dyn", List.of(Part.env("A.B"))));
    }

    @Test
    void shouldNotTakeAValueForASecret() {
        Resolved resolved = resolve("['{{$context.data.secretText}}','{{$env.KEY}}{{$context.data.secretText}}']");

        assertThat(resolved.value()).isEqualTo(json("['{{$env.KEY}}',null]"));
        assertThat(resolved.secrets())
                .containsExactly(new SecretReference("/1", List.of(Part.env("KEY"), Part.text("{{$env.KEY}}"))));
    }

    @Test
    void shouldReturnConfigWithoutTemplatesUncopied() {
        JsonNode config = json("{'a':[1,{'b':'{{x|y}}'}]}");

        Template template = Template.compile(config);

        assertThat(template.isConstant()).isTrue();
        assertThat(template.resolve(VARIABLES).value()).isSameAs(config);
    }

    @Test
    void shouldListEveryPathWithItsPlace() {
        var template = Template.compile(json("{'a':['x {{$context.b}}{{c:1}}'],'{{$system.now}}/~':1}"));

        assertThat(template.paths())
                .containsExactly(
                        new TemplateReference("/a/0", VariablePath.parse("$context.b"), false, false),
                        new TemplateReference("/a/0", VariablePath.parse("c"), false, true),
                        new TemplateReference("/{{$system.now}}~1~0", VariablePath.parse("$system.now"), true, false));
    }

    private static Resolved resolve(String template) {
        return Template.compile(json(template)).resolve(VARIABLES);
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
