package org.xincheng.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The arrows of DESIGN §2 and the house rules, for modules under a root package. A rule that finds nothing to check fails
 * (ArchUnit's {@code failOnEmptyShould}).
 */
final class HouseRules {

    private static final String[] DELEGATE_TYPES = {
        "org.camunda.bpm.engine.delegate.JavaDelegate",
        "org.camunda.bpm.engine.delegate.ExecutionListener",
        "org.camunda.bpm.engine.delegate.TaskListener"
    };
    private static final Pattern STORE_TYPE = Pattern.compile(
            ".*\\.(JdbcClient|Jdbc\\w*|NamedParameterJdbc\\w+|DataSource|EntityManager|\\w*Repository)");
    private static final Pattern CLOCK_READ =
            Pattern.compile("java\\.time\\.Clock\\.(system\\w*|tick(Millis|Seconds|Minutes))"
                    + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)");

    private final String root;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private HouseRules(String root) {
        this.root = root;
        arrows();
        borders();
        habits();
    }

    /** Every rule by its name, for the modules {@code root.law}, {@code root.credit} and so on. */
    static Map<String, ArchRule> under(String root) {
        return new HouseRules(root).rules;
    }

    /** law <- credit <- notice <- procedure <- supervision, studio, portal, exchange; beside them identity, audit and sealing. */
    private void arrows() {
        rules.put(
                "lawUsesTheJdkOnly",
                classes()
                        .that()
                        .resideInAPackage(in("law"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", in("law"))
                        .because("the law is counted the same wherever it is asked"));
        rules.put(
                "theCommonModulesStandAlone",
                classes()
                        .that()
                        .resideInAnyPackage(in("identity"), in("audit"), in("sealing"))
                        .should(lookDownOn(Set.of()))
                        .because("everybody uses them, so that they may use nobody"));
        rules.put(
                "theStoreLooksDown",
                classes().that().resideInAPackage(in("credit")).should(lookDownOn(Set.of("law", "audit", "sealing"))));
        rules.put(
                "noticesLookDown",
                classes()
                        .that()
                        .resideInAPackage(in("notice"))
                        .should(lookDownOn(Set.of("law", "credit", "identity", "audit", "platform.web"))));
        rules.put(
                "proceduresLookDown",
                classes()
                        .that()
                        .resideInAPackage(in("procedure"))
                        .should(lookDownOn(Set.of(
                                "law", "credit", "notice", "identity", "audit", "platform.engine.ModelFunctions")))
                        .because("of the platform, a delegate needs no more than the mark that a model may call it"));
        rules.put(
                "pagesLookDown",
                classes()
                        .that()
                        .resideInAnyPackage(in("supervision"), in("studio"), in("portal"), in("exchange"))
                        .should(lookDownOn(Set.of(
                                "law",
                                "credit",
                                "notice",
                                "procedure",
                                "identity",
                                "audit",
                                "platform.web",
                                "platform.time")))
                        .because("those at the top do not know each other"));
        rules.put(
                "modulesFormNoCycle",
                slices().matching(root + ".(*)..")
                        .namingSlices("module $1")
                        .should()
                        .beFreeOfCycles());
    }

    private void borders() {
        rules.put(
                "onlyProceduresSeeTheEngine",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackages(in("procedure"), in("platform"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.camunda..")
                        .because("the door to a maintained fork stays open (DESIGN §7)"));
        rules.put(
                "theStoreKnowsNoWeb",
                noClasses()
                        .that()
                        .resideInAnyPackage(in("law"), in("credit"), in("audit"), in("notice"))
                        .and()
                        .resideOutsideOfPackage(in("notice.web"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.servlet..",
                                "org.springframework.web..",
                                "org.springframework.http..",
                                "org.springframework.security.."));
        rules.put(
                "delegatesHoldNoStore",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(liveUnderRootAndAreDelegates())
                        .should()
                        .haveRawType(DescribedPredicate.describe(
                                "of the database",
                                type -> STORE_TYPE.matcher(type.getName()).matches()))
                        .because("delegates only connect (DESIGN §1, 1)"));
    }

    private void habits() {
        rules.put(
                "nothingIsInjectedIntoFields",
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                        .orShould()
                        .beAnnotatedWith("jakarta.annotation.Resource")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject"));
        rules.put(
                "nothingPrintsToTheConsole",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root + ".platform.command..")
                        .should(ACCESS_STANDARD_STREAMS));
        rules.put(
                "oldDatesStayAtTheEngine",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackages(in("procedure"), in("platform"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)"
                                + "|java\\.sql\\.(Date|Time|Timestamp)|java\\.text\\.(Simple)?DateFormat")
                        .because("an instant is no day; only the engine still asks for the old class"));
        rules.put(
                "timeComesFromTheClock",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(in("platform"))
                        .should()
                        .callMethodWhere(readsTheMachinesClock())
                        .because("the demo, the tests and the engine move one clock"));
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private DescribedPredicate<JavaClass> liveUnderRootAndAreDelegates() {
        return DescribedPredicate.describe("are delegates or listeners under " + root, type -> {
            boolean delegate = false;
            for (String kind : DELEGATE_TYPES) {
                delegate |= type.isAssignableTo(kind);
            }
            return delegate && type.getPackageName().startsWith(root);
        });
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe("the machine's clock is read", call -> {
            String owner = call.getTargetOwner().getName();
            boolean clockGiven = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
            boolean now = owner.startsWith("java.time.") && call.getName().equals("now") && !clockGiven;
            return now || CLOCK_READ.matcher(owner + "." + call.getName()).matches();
        });
    }

    /**
     * A class depends, under the root, on its own module and on what is named only.
     *
     * @param allowed packages or classes below the root, e.g. {@code law} or {@code platform.web}
     */
    private ArchCondition<JavaClass> lookDownOn(Set<String> allowed) {
        return new ArchCondition<>("depend, under " + root + ", on their own module and " + allowed + " only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (!isAllowed(type, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }

            private boolean isAllowed(JavaClass from, JavaClass to) {
                if (!to.getName().startsWith(root + ".")) {
                    return true;
                }
                String target = to.getName().substring(root.length() + 1);
                return isIn(target, moduleOf(from)) || allowed.stream().anyMatch(name -> isIn(target, name));
            }
        };
    }

    private String moduleOf(JavaClass type) {
        String below = type.getName().substring(root.length() + 1);
        return below.substring(0, below.indexOf('.'));
    }

    private static boolean isIn(String target, String packageOrClass) {
        return target.equals(packageOrClass) || target.startsWith(packageOrClass + ".");
    }
}
