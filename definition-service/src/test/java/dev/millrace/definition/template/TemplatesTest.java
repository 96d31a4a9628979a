package dev.millrace.definition.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.definition.template.Templates.Template;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of templates without the types that others serve; TemplatesIT of the standalone runs each of them. */
class TemplatesTest {
    static List<Template> all() {
        return new Templates().all();
    }

    @Test
    void shouldOfferSeveralWithNamesOfTheirOwn() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all()).extracting(Template::id).doesNotHaveDuplicates();
        assertThat(all()).extracting(one -> one.document().title()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldSayWhatItIsAndStartNothingByItself(Template template) {
        var document = template.document();
        assertThat(document.title()).isNotBlank();
        assertThat(document.description()).isNotBlank();
        assertThat(document.categories()).isNotEmpty();
        assertThat(document.type()).isNotBlank();
        assertThat(document.enabled()).isFalse();
        assertThat(document.nodes()).isNotEmpty().allSatisfy(node -> assertThat(node.title())
                .isNotBlank());
        assertThat(document.nodes())
                .filteredOn(node -> node.upstreamKey() == null)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldCallOnlyTemplatesThatKeepTheirKey(Template template) {
        Stream<String> called = template.document().nodes().stream()
                .filter(node -> node.type().equals("subflow"))
                .map(NodeDocument::config)
                .map(config -> config.path("workflow").asText());
        var keys = all().stream().map(one -> one.document().key()).toList();
        assertThat(keys).containsAll(called.toList());
        // then: a document survives the way to the browser and back
        assertThat(Json.read(
                        Json.bytes(template.document()), template.document().getClass()))
                .isEqualTo(template.document());
    }
}
