import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Reads flavours from the first argument and files from the others; prints one line of tab-separated text a finding. */
public class Judge {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        var out = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            for (String name : arguments[0].split(",")) {
                try {
                    judge(out, file, PDFAFlavour.byFlavourId(name));
                } catch (Exception | StackOverflowError error) {
                    out.println(String.join("\t", "error", file, name, String.valueOf(error).replaceAll("\\s+", " ")));
                }
            }
        }
    }

    private static void judge(java.io.PrintStream out, String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<String, TestAssertion> firsts = new LinkedHashMap<>();
            for (TestAssertion finding : result.getTestAssertions()) {
                if (finding.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = finding.getRuleId().getClause() + "-" + finding.getRuleId().getTestNumber();
                    counts.merge(rule, 1, Integer::sum);
                    firsts.putIfAbsent(rule, finding);
                }
            }
            out.println(String.join("\t", "file", file, flavour.getId(), String.valueOf(result.isCompliant()),
                    String.valueOf(result.getTotalAssertions())));
            for (String rule : counts.keySet()) {
                out.println(String.join("\t", "rule", file, flavour.getId(), rule, String.valueOf(counts.get(rule)),
                        firsts.get(rule).getMessage().replaceAll("\\s+", " "),
                        firsts.get(rule).getLocation().getContext().replaceAll("\\s+", " ")));
            }
        }
    }
}
