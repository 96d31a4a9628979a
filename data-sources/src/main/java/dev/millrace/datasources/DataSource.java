package dev.millrace.datasources;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A user's database. */
public interface DataSource {
    String name();

    ConnectionSettings settings();

    /** The collection as last introspected; a name that is not known yet is looked for in the database once more. */
    CompletionStage<Optional<Collection>> collection(String collection);

    /** All collections, as last introspected. */
    CompletionStage<List<Collection>> collections();

    /** Reads the structure anew. */
    CompletionStage<List<Collection>> refresh();

    /** Asks the database for nothing; fails with {@link DataSourceException} while it cannot be used. */
    CompletionStage<Void> ping();

    Records records();

    Statements statements();
}
