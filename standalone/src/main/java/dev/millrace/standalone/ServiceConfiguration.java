package dev.millrace.standalone;

import dev.millrace.definition.identity.SigningKeys;
import java.util.LinkedHashMap;
import java.util.Map;

/** Points all services at the embedded broker and database, as an installation's configuration would. */
final class ServiceConfiguration {
    private ServiceConfiguration() {}

    static Map<String, String> of(StandaloneSettings settings, Infrastructure infrastructure) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("quarkus.http.host", settings.host());
        values.put("quarkus.http.port", String.valueOf(settings.port()));
        values.put(
                "quarkus.log.file.path", settings.data().resolve("millrace.log").toString());
        values.put("kafka.bootstrap.servers", infrastructure.bootstrapServers());
        values.putAll(SigningKeys.inFile(settings.data().resolve("signing-key")));
        // The command line shows it; a log file would keep it.
        values.put("millrace.identity.log-first-login", "false");
        database(values, settings);
        shop(values, settings);
        return values;
    }

    private static void database(Map<String, String> values, StandaloneSettings settings) {
        var address = "127.0.0.1:" + settings.postgresPort() + "/" + Databases.PRODUCT;
        values.put("quarkus.datasource.reactive.url", "postgresql://" + address);
        values.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        values.put("quarkus.datasource.username", Databases.ROLE);
        values.put("quarkus.datasource.password", settings.postgresPassword());
    }

    private static void shop(Map<String, String> values, StandaloneSettings settings) {
        var prefix = "millrace.data-sources.shop.";
        values.put(prefix + "host", "127.0.0.1");
        values.put(prefix + "port", String.valueOf(settings.postgresPort()));
        values.put(prefix + "database", Databases.SHOP);
        values.put(prefix + "user", Databases.ROLE);
        values.put(prefix + "password", settings.postgresPassword());
    }
}
