package dev.millrace.model.document;

/** Answers at once, from what is known of the data sources. */
@FunctionalInterface
public interface CollectionLookup {
    /** @param dataSource null where the reference names none and the default data source is meant */
    Answer find(String dataSource, String collection);

    enum Answer {
        FOUND,
        NO_DATA_SOURCE,
        NO_COLLECTION,
        /** The data source could not be asked, so nothing is said about the collection. */
        UNKNOWN
    }
}
