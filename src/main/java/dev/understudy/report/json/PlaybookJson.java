package dev.understudy.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.independence.Assessment;
import dev.understudy.independence.LeftOut;
import dev.understudy.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The independence check and the six artifacts for other programs. */
public final class PlaybookJson {
    /** Names the form of {@code check -o json}; a form that breaks readers gets another. */
    public static final String CHECK = "understudy.dev/check/v1";

    /** Begins the name of the form of each artifact: {@code understudy.dev/hero-map/v1}. */
    private static final String ARTIFACT = "understudy.dev/";

    private PlaybookJson() {}

    /** Returns the assessment, with whether every service asked about is independent. */
    public static String check(Assessment assessment) {
        ObjectNode node = PlainNodes.object(assessment);
        ObjectNode all = node.objectNode();
        all.put("schema", CHECK);
        all.put("independent", assessment.independent());
        all.setAll(node);
        return text(all);
    }

    /**
     * Returns each artifact by the name of its file without ending.
     *
     * @param leftOut what was left out because somebody asked for it; null when nothing was
     */
    public static Map<String, String> artifacts(Playbook playbook, boolean rehearsals, @Nullable LeftOut leftOut) {
        Map<String, Record> all = new LinkedHashMap<>();
        all.put("hero-map", playbook.heroMap());
        all.put("transfer-plan", playbook.transferPlan());
        all.put("rotation-plan", playbook.rotationPlan());
        all.put("knowledge-pack", playbook.knowledgePack());
        all.put("improvement-plan", playbook.improvementPlan());
        all.put("independence-check", playbook.independenceCheck());
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach((name, artifact) -> {
            ObjectNode node = PlainNodes.object(artifact);
            ObjectNode whole = node.objectNode();
            whole.put("schema", ARTIFACT + name + "/v1");
            whole.put("computedFor", playbook.at().toString());
            whole.put("rehearsalsCounted", rehearsals);
            whole.set("leftOut", PlainNodes.of(leftOut));
            whole.setAll(node);
            texts.put(name, text(whole));
        });
        return texts;
    }

    private static String text(ObjectNode node) {
        return node.toPrettyString() + "\n";
    }
}
