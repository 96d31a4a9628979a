package dev.millrace.datasources.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** {@code millrace.data-sources.<name>.host}, {@code .port} and so on. */
@ConfigMapping(prefix = "millrace.data-sources")
public interface DataSourcesConfig {
    @WithParentName
    Map<String, Source> sources();

    /** See {@link dev.millrace.datasources.ConnectionSettings}. */
    interface Source {
        String host();

        @WithDefault("5432")
        int port();

        String database();

        String user();

        @WithDefault("")
        String password();

        @WithDefault("public")
        String schema();

        @WithDefault("true")
        boolean ledger();

        @WithDefault("10")
        int poolSize();

        /** Names without a data source mean this one; unless set, the first by name. */
        @WithName("default")
        @WithDefault("false")
        boolean isDefault();
    }
}
