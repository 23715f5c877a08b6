package org.xincheng.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a form has to keep, by the name of the rule. */
final class FormRules {

    private static final String START_FORM = "startEvent_";
    private static final Set<String> LABELS =
            Set.of("label", "dateLabel", "timeLabel", "description", "placeholder", "alt");

    /** Components that break a form in this engine's Tasklist, or pull in something from outside (STACK §2). */
    private static final Set<String> CLOSED = Set.of("filepicker", "dynamiclist", "iframe", "html", "script");

    private FormRules() {}

    /**
     * The rules by name.
     *
     * @param used ids that user tasks and start events of the models name as their form
     */
    static Map<String, Function<FormFile, Stream<String>>> rules(Set<String> used) {
        Map<String, Function<FormFile, Stream<String>>> rules = new TreeMap<>();
        rules.put("formIsNamedAsItsFile", FormRules::formIsNamedAsItsFile);
        rules.put(
                "formIsUsed",
                form -> used.contains(form.id())
                        ? Stream.empty()
                        : Stream.of(form.id() + ": no task and no start event uses it"));
        rules.put("formBeginsWithTheCase", FormRules::formBeginsWithTheCase);
        rules.put("formComponentsWork", FormRules::formComponentsWork);
        rules.put("formLabelsAreChinese", FormRules::formLabelsAreChinese);
        return rules;
    }

    private static Stream<String> formIsNamedAsItsFile(FormFile form) {
        return form.id().equals(form.name())
                ? Stream.empty()
                : Stream.of(form.id() + ": expected the id " + form.name() + " of its file");
    }

    /** Nobody decides without the case before their eyes; a start form comes before there is a case. */
    private static Stream<String> formBeginsWithTheCase(FormFile form) {
        JsonNode first = form.content().path("components").path(0);
        boolean shows = first.path("type").asText().equals("group")
                && first.path("components").path(0).path("text").asText().equals("{{summary}}");
        return shows || form.id().startsWith(START_FORM)
                ? Stream.empty()
                : Stream.of(form.id() + ": does not begin with a group that shows {{summary}}");
    }

    private static Stream<String> formComponentsWork(FormFile form) {
        return components(form.content())
                .filter(component -> CLOSED.contains(component.path("type").asText()))
                .map(component -> component.path("id").asText() + ": Tasklist cannot show a "
                        + component.path("type").asText());
    }

    private static Stream<String> formLabelsAreChinese(FormFile form) {
        return components(form.content())
                .filter(component ->
                        !texts(component).stream().allMatch(NamingRules::isChinese) || isUnlabelled(component))
                .map(component -> component.path("id").asText() + ": has a label without Chinese, or none");
    }

    private static boolean isUnlabelled(JsonNode component) {
        return component.has("key") && LABELS.stream().noneMatch(component::has);
    }

    /** Everything staff read of a component; a text that is only a placeholder is filled by the store. */
    private static List<String> texts(JsonNode component) {
        List<String> texts = new ArrayList<>();
        LABELS.stream()
                .filter(component::has)
                .forEach(label -> texts.add(component.path(label).asText()));
        component.path("values").forEach(value -> texts.add(value.path("label").asText()));
        String text = component.path("text").asText();
        if (!text.isEmpty() && !text.matches("\\{\\{\\w+}}")) {
            texts.add(text);
        }
        return texts;
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        List<JsonNode> found = new ArrayList<>();
        parent.path("components").forEach(component -> {
            found.add(component);
            components(component).forEach(found::add);
        });
        return found.stream();
    }
}
