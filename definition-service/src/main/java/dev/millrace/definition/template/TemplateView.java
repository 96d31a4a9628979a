package dev.millrace.definition.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.model.document.WorkflowDocument;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param document as {@code POST /api/workflows} takes it */
@Schema(name = "WorkflowTemplate")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TemplateView(
        @JsonProperty("id") String id,
        @JsonProperty("title") String title,
        @JsonProperty("description") String description,
        @JsonProperty("categories") List<String> categories,
        @JsonProperty("triggerType") String triggerType,
        @JsonProperty("document") WorkflowDocument document) {

    static TemplateView of(Templates.Template template) {
        var document = template.document();
        return new TemplateView(
                template.id(),
                document.title(),
                document.description(),
                document.categories(),
                document.type(),
                document);
    }
}
