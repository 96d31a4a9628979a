package dev.millrace.datasources.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.ConnectionSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class DataSourcesConfigTest {
    @Test
    void shouldReadEverySettingAndFillTheRest() {
        // given
        var config = config(Map.of(
                "millrace.data-sources.shop.host", "db",
                "millrace.data-sources.shop.port", "5433",
                "millrace.data-sources.shop.user", "millrace",
                "millrace.data-sources.shop.password", "secret",
                "millrace.data-sources.shop.ledger", "false",
                "millrace.data-sources.crm.pool-size", "3"));

        // when
        var settings = DataSourcesConfig.read(config);

        // then
        assertThat(settings)
                .containsExactly(
                        new ConnectionSettings("crm", "localhost", 5432, "crm", "postgres", "", "public", true, 3),
                        new ConnectionSettings("shop", "db", 5433, "shop", "millrace", "secret", "public", false, 8));
    }

    @Test
    void shouldPutTheDefaultFirst() {
        // given
        var config = config(Map.of(
                "millrace.data-sources.a.host", "a",
                "millrace.data-sources.b.host", "b",
                "millrace.default-data-source", "b"));

        // then
        assertThat(DataSourcesConfig.read(config))
                .extracting(ConnectionSettings::name)
                .containsExactly("b", "a");
    }

    @Test
    void shouldFindADataSourceThatOnlyTheEnvironmentNames() {
        // given
        Config config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(Map.of("MILLRACE_DATA_SOURCES_SHOP_HOST", "db"), 300))
                .build();

        // then
        assertThat(DataSourcesConfig.read(config))
                .extracting(ConnectionSettings::host)
                .containsExactly("db");
    }

    @Test
    void shouldRefuseWhatCannotWork() {
        assertThatThrownBy(() -> DataSourcesConfig.read(config(Map.of("millrace.data-sources.Shop-1.host", "x"))))
                .hasMessageStartingWith("Expected the name of a data source");
        assertThatThrownBy(() -> DataSourcesConfig.read(config(Map.of("millrace.default-data-source", "x"))))
                .hasMessageStartingWith("Expected millrace.default-data-source");
        assertThatThrownBy(() -> DataSourcesConfig.read(config(Map.of("millrace.data-sources.a.pool-size", "0"))))
                .hasMessageStartingWith("Expected millrace.data-sources.a.pool-size");
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
