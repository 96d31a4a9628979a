package dev.millrace.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Rows of the resource: node list, then what must be said as {@code pointer=code}, separated by blanks; {@code ?} marks findings. */
class DocumentValidatorTest {
    private final DocumentValidator validator =
            new DocumentValidator(new TestCatalogue(), TestCatalogue::collection, List.of());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/node-violations.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true)
    void shouldSayWhatIsWrongWithNodes(String what, String nodes, String expected) {
        var validation = validate("{'type':'manual','nodes':[%s]}".formatted(nodes == null ? "" : nodes));

        assertThat(said(validation)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" +"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/workflow-violations.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true)
    void shouldSayWhatIsWrongWithTheWorkflow(String what, String document, String expected) {
        assertThat(said(validate(document)))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" +"));
    }

    @Test
    void shouldSayEverythingAtOnceInOneGrammar() {
        var validation = validate("""
                {'type':'no-such','options':{'timeout':-1},'nodes':[
                  {'key':'a','type':'delay','config':{'unit':999}},
                  {'key':'a','type':'query','upstreamKey':'x','config':{'collection':5}}]}
                """);

        assertThat(said(validation))
                .containsExactlyInAnyOrder(
                        "/type=unknown_trigger_type",
                        "/options/timeout=bad_option",
                        "/nodes/0/config/unit=bad_config",
                        "/nodes/0/config/endStatus=missing_config",
                        "/nodes/1/key=duplicate_key",
                        "/nodes/1/upstreamKey=unknown_upstream",
                        "/nodes/1/config/collection=bad_config");
        assertThat(validation.violations())
                .allSatisfy(violation ->
                        assertThat(violation.detail()).startsWith("Expected ").contains(", but "));
        assertThat(validation.isValid()).isFalse();
    }

    @Test
    void shouldAskFurtherChecksForFieldsWithHints() {
        // given
        ConfigCheck echo = field -> List.of(new Violation(field.pointer(), field.ui(), "Expected this, but that"));
        var echoing = new DocumentValidator(new TestCatalogue(), TestCatalogue::collection, List.of(echo));
        var document = read(
                "{'type':'manual','nodes':[{'key':'l','type':'loop','config':{'condition':{'engine':'basic'}}},{'key':'c','type':'condition','upstreamKey':'l','branchIndex':0}]}");

        // when
        var validation = echoing.validate(document);

        // then
        assertThat(said(validation))
                .containsExactlyInAnyOrder("/nodes/0/config/condition=condition", "/nodes/1/config=condition");
    }

    private Validation validate(String document) {
        return validator.validate(read(document));
    }

    private static WorkflowDocument read(String document) {
        return DocumentReader.read(Json.parse(document.replace('\'', '"')))
                .document()
                .orElseThrow();
    }

    private static List<String> said(Validation validation) {
        var violations =
                validation.violations().stream().map(violation -> violation.pointer() + "=" + violation.code());
        var findings = validation.findings().stream().map(finding -> "?" + finding.pointer() + "=" + finding.code());
        return Stream.concat(violations, findings).toList();
    }
}
