package app.novelo.engine.internal.gate;

import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers. Models that come with a release are deployed by code, in nobody's name, and are
 * checked by the build instead.
 */
@Component
class ModelGate implements Deployer {

    private static final int LARGEST = 2 << 20;
    private static final int MOST_FINDINGS = 20;

    /** A bare file name, which is what Camunda Modeler sends. */
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]*\\.(?<kind>bpmn|dmn|form)");

    /** Marks deployments of the release; whoever used it would have his model replaced at the next start. */
    private static final String RELEASE = "novelo/";

    private final VocabularySource vocabulary;
    private final ObjectProvider<UserDirectory> directory;
    private final OwnDemands demands;

    ModelGate(VocabularySource vocabulary, ObjectProvider<UserDirectory> directory, OwnDemands demands) {
        this.vocabulary = vocabulary;
        this.directory = directory;
        this.demands = demands;
    }

    /**
     * The engine also calls this when it fills its cache, long after the deployment.
     *
     * <p>A tenant id, which Camunda Modeler's window offers, would make a second process of the same key beside the live one:
     * the message that starts a case then fits two, and no case starts any more.
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployer().ifPresent(person -> {
                if (String.valueOf(deployment.getSource()).startsWith(RELEASE)) {
                    throw new BadUserRequestException("The source \"" + RELEASE + "…\" is reserved for releases");
                }
                if (deployment.getTenantId() != null) {
                    throw new BadUserRequestException("There are no tenants here; leave the tenant id out");
                }
                deployment.getResources().values().forEach(file -> check(person, file));
            });
        }
    }

    private Optional<Caller> deployer() {
        var authentication =
                Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(authentication).map(who -> directory
                .getObject()
                .find(who.getUserId())
                .orElseThrow(() -> new BadUserRequestException("Unknown user " + who.getUserId())));
    }

    private void check(Caller person, ResourceEntity file) {
        var findings = findings(person, file.getName(), file.getBytes());
        if (!findings.isEmpty()) {
            var shown = findings.stream().limit(MOST_FINDINGS).map(Finding::toString);
            var more = findings.size() > MOST_FINDINGS
                    ? Stream.of((findings.size() - MOST_FINDINGS) + " more")
                    : Stream.<String>empty();
            throw new BadUserRequestException(file.getName() + " cannot be deployed. "
                    + Stream.concat(shown, more).collect(Collectors.joining("; ")));
        }
    }

    private List<Finding> findings(Caller person, String name, byte[] content) {
        var file = FILE.matcher(name);
        if (!file.matches()) {
            return List.of(new Finding("", "only files named *.bpmn, *.dmn and *.form, without a path, are taken"));
        }
        if (content.length > LARGEST) {
            return List.of(new Finding("", "the file is larger than 2 MB"));
        }
        var kind = file.group("kind");
        if (!mayDeploy(person, kind)) {
            return List.of(new Finding("", "your groups do not let you deploy ." + kind + " files"));
        }
        try {
            return findings(kind, content);
        } catch (XmlFile.Refused e) {
            return List.of(new Finding("", String.valueOf(e.getMessage())));
        }
    }

    private static boolean mayDeploy(Caller person, String kind) {
        return person.isAdministrator() || person.isIn(kind.equals("dmn") ? Caller.ANALYSTS : Caller.DESIGNERS);
    }

    private List<Finding> findings(String kind, byte[] content) {
        return switch (kind) {
            case "bpmn" -> new ProcessRules(XmlFile.of(content), vocabulary.current()).findings();
            case "dmn" -> table(content);
            default -> new FormRules(content, vocabulary.current()).findings();
        };
    }

    /** It is asked only if it holds nothing that must not be run. */
    private List<Finding> table(byte[] content) {
        var file = XmlFile.of(content);
        var findings = new DecisionRules(file, ModelGate::live).findings();
        return findings.isEmpty()
                ? demands.findings(Context.getProcessEngineConfiguration().getDmnEngine(), content, file)
                : findings;
    }

    private static Optional<XmlFile> live(String decision) {
        var repository = Context.getProcessEngineConfiguration().getRepositoryService();
        var newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        return Optional.ofNullable(newest).map(definition -> {
            try (var content = repository.getDecisionModel(definition.getId())) {
                return XmlFile.of(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
