package dev.millrace.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'': 1} | /config/filter",
                "{'  ': {'$eq': 1}} | /config/filter",
                "{'$and': [{'id': 1}, {'': {'$eq': 1}}]} | /config/filter/$and/1",
                "{'$or': [{'$and': [{'customer.': 1}]}]} | /config/filter/$or/0/$and/0",
                "{'$not': {'.name': 1}} | /config/filter/$not",
                "{'customer': {'': 1}} | /config/filter/customer",
                "{'a/b': {'': 1}} | /config/filter/a~1b",
            })
    void shouldRefuseAConditionWithoutAField(String filter, String pointer) {
        assertThat(check("filter", filter)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.code()).isEqualTo("field_missing");
            assertThat(violation.detail()).startsWith("Expected the name of a field, but it is \"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "'{{$context.data.filter}}'",
                "[]",
                "{'id': 1, 'customer.country': {'$in': ['DE']}}",
                "{'$and': [{'customer': {'name': {'$or': [{'$eq': 'a'}, {'$eq': 'b'}]}}}]}",
                "{'details': {'$eq': {'': 'any key of a value'}}}",
                "{'details': {'$in': [{'': 1}]}}",
            })
    void shouldAcceptWhatNamesItsFields(String filter) {
        assertThat(check("filter", filter)).isEmpty();
    }

    @Test
    void shouldRefuseAnAssignmentWithoutAField() {
        assertThat(check("assignments", "{'stock': {'': 'a value'}, '': 1}"))
                .extracting(Violation::pointer)
                .containsExactly("/config/filter");
    }

    @Test
    void shouldLeaveOtherObjectsAlone() {
        assertThat(check("json", "{'': 1}")).isEmpty();
    }

    private static List<Violation> check(String ui, String value) {
        var schema = Json.object().put("x-ui", ui);
        var none = MissingNode.getInstance();
        return new FieldNamesCheck()
                .check(new ConfigField("/config/filter", Json.parse(value.replace('\'', '"')), schema, none, none));
    }
}
