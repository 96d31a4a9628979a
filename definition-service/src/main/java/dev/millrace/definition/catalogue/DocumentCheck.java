package dev.millrace.definition.catalogue;

import dev.millrace.definition.data.KnownCollections;
import dev.millrace.definition.web.InvalidDocument;
import dev.millrace.expressions.check.ConditionCheck;
import dev.millrace.expressions.check.ExpressionCheck;
import dev.millrace.model.document.DocumentValidator;
import dev.millrace.model.document.Validation;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Checks documents against the types that are served now, the expression languages and the data sources. May block. */
@ApplicationScoped
public class DocumentCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** An expression that is no expression fails its node when it runs; drawing on in the meantime is allowed. */
    private static final String SYNTAX_ERROR = "syntax_error";

    private final Catalogue catalogue;
    private final DocumentValidator validator;

    DocumentCheck(Catalogue catalogue, KnownCollections collections, Languages languages) {
        this.catalogue = catalogue;
        this.validator = new DocumentValidator(
                catalogue,
                collections,
                List.of(new ExpressionCheck(languages.byName()), new ConditionCheck(languages.byName())));
    }

    /** So that a type which was announced a moment ago is known. */
    public void catchUp() {
        catalogue.catchUp(PATIENCE);
    }

    public Validation validate(WorkflowDocument document) {
        catchUp();
        var found = validator.validate(document);
        Predicate<Violation> weak = one -> one.code().equals(SYNTAX_ERROR);
        var findings = new ArrayList<>(found.findings());
        found.violations().stream().filter(weak).forEach(findings::add);
        return new Validation(found.violations().stream().filter(weak.negate()).toList(), findings);
    }

    /** @throws ProblemException 422 with every violation */
    public void demandValid(WorkflowDocument document) {
        var validation = validate(document);
        if (!validation.isValid()) {
            throw InvalidDocument.refused(validation.violations());
        }
    }
}
