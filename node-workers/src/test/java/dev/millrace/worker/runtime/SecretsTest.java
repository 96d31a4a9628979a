package dev.millrace.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import dev.millrace.model.message.SecretReference;
import dev.millrace.model.message.SecretReference.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets(Map.of("TOKEN", "s3cr3t", "PIN", "12"));

    @Test
    void shouldPutSecretsWhereTheyAreReferredTo() {
        // given
        var config = Json.parse(
                "{\"headers\": [{\"name\": \"Authorization\", \"value\": null}], \"plain\": \"{{$env.TOKEN}}\"}");
        var reference = new SecretReference(
                "/headers/0/value", List.of(Part.text("Bearer "), Part.env("TOKEN"), Part.text("!")));

        // when
        var filled = (Secrets.Filled) secrets.fill(config, List.of(reference));

        // then
        assertThat(filled.config().at("/headers/0/value").textValue()).isEqualTo("Bearer s3cr3t!");
        assertThat(filled.config().path("plain").textValue())
                .as("a value that looks like a template stays text")
                .isEqualTo("{{$env.TOKEN}}");
        assertThat(config.at("/headers/0/value").isNull())
                .as("the command is not changed")
                .isTrue();
    }

    @Test
    void shouldNameASecretThatIsMissing() {
        // when
        var filling = secrets.fill(Json.object(), List.of(new SecretReference("/a", List.of(Part.env("NOPE")))));

        // then
        assertThat(filling).isInstanceOfSatisfying(Secrets.Missing.class, missing -> assertThat(missing.message())
                .startsWith("Expected the worker to know $env.NOPE")
                .contains("MILLRACE_ENV_NOPE"));
    }

    @Test
    void shouldMaskSecretsInWhatLeavesTheWorker() {
        // when
        var masked = secrets.mask(Json.parse("{\"a\": [\"x s3cr3t y\"], \"s3cr3t\": 12, \"pin\": \"12\"}"));

        // then
        assertThat(masked).isEqualTo(Json.parse("{\"a\": [\"x ****** y\"], \"******\": 12, \"pin\": \"12\"}"));
        assertThat(secrets.mask("said s3cr3t")).isEqualTo("said ******");
        assertThat(secrets.mask((String) null)).isNull();
    }
}
