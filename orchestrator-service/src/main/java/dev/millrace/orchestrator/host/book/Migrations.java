package dev.millrace.orchestrator.host.book;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The schema's history. Files are named here: class loaders of packaged applications list no directories. */
final class Migrations implements ResourceProvider {
    private static final String LOCATION = "db/orchestrator";
    private static final List<String> FILES = List.of(
            "V1__executions.sql",
            "V2__fence.sql",
            "V10__calls.sql",
            "V20__steering.sql",
            "V30__workflow_version.sql",
            "V31__slots.sql",
            "V40__dead_letter_marks.sql",
            "V50__updates_in_place.sql");

    static void run(DatabaseSettings settings) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .schemas(Database.SCHEMA)
                .locations(LOCATION)
                .resourceProvider(new Migrations())
                .load()
                .migrate();
    }

    @Override
    public LoadableResource getResource(String name) {
        return FILES.stream()
                .filter(file -> name.equals(file) || name.equals(LOCATION + "/" + file))
                .findFirst()
                .map(File::new)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return FILES.stream()
                .filter(file ->
                        file.startsWith(prefix) && List.of(suffixes).stream().anyMatch(file::endsWith))
                .<LoadableResource>map(File::new)
                .toList();
    }

    private static final class File extends LoadableResource {
        private final String name;

        File(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var content = Migrations.class.getClassLoader().getResourceAsStream(getAbsolutePath());
            return new InputStreamReader(Objects.requireNonNull(content, getAbsolutePath()), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return LOCATION + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
