package dev.millrace.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|5",
                "5.0|5",
                "-0.0|0",
                "0.1|0.1",
                "1e21|1e+21",
                "1.5e300|1.5e+300",
                "123456789012345680000.0|123456789012345680000",
                "0.000001|0.000001",
                "0.0000001|1e-7",
                "-2.5e-9|-2.5e-9",
                "9007199254740993|9007199254740993",
                "true|true",
                "null|''",
                "\"a\"|a",
                "{\"a\":1}|[object Object]",
                "[1,null,\"x\",[2,3],{}]|1,,x,2,3,[object Object]",
                "[]|''"
            })
    void shouldWriteAsJavaScriptDoes(String json, String text) {
        assertThat(JsText.of(Json.parse(json))).isEqualTo(text);
    }
}
