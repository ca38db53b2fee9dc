package dev.understudy.simulated.container.shell;

import dev.understudy.simulated.container.shell.Scanner.Content;
import dev.understudy.simulated.container.shell.Scanner.Operator;
import dev.understudy.simulated.container.shell.Scanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script from its tokens, from the loosest binding to the tightest. */
final class Grammar {
    private static final int DEEPEST = 100;
    private static final Set<String> CLOSING = Set.of("do", "done", "then", "elif", "else", "fi", "}");
    private static final Set<String> UNKNOWN = Set.of("case", "function", "select");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);

    private final List<Token> tokens;
    private int at;
    private int depth;

    /** Reads a script that is so many levels deep inside others. */
    Grammar(List<Token> tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
    }

    Script script() throws SyntaxException {
        Script all = sequence();
        if (at < tokens.size()) {
            throw unexpected();
        }
        return all;
    }

    /** Whoever reads or runs a script goes as deep into the stack of its thread as the script is nested. */
    static void checkDepth(int depth) throws SyntaxException {
        if (depth > DEEPEST) {
            throw new SyntaxException("syntax error: nested more than " + DEEPEST + " levels deep");
        }
    }

    private Script sequence() throws SyntaxException {
        checkDepth(++depth);
        List<Script> scripts = new ArrayList<>();
        while (at < tokens.size()) {
            if (takes(";")) {
                continue;
            }
            if (isOperator(")") || CLOSING.contains(keyword())) {
                break;
            }
            scripts.add(list());
            if (at < tokens.size() && !isOperator(";") && !isOperator(")")) {
                throw unexpected();
            }
        }
        depth--;
        return scripts.size() == 1 ? scripts.getFirst() : new Script.Sequence(scripts);
    }

    private Script list() throws SyntaxException {
        Script left = pipe();
        while (isOperator("&&") || isOperator("||")) {
            boolean or = isOperator("||");
            at++;
            skipBreaks();
            left = new Script.Then(left, or, pipe());
        }
        return left;
    }

    private Script pipe() throws SyntaxException {
        if (takesKeyword("!")) {
            return new Script.Not(pipe());
        }
        List<Script> parts = new ArrayList<>(List.of(part()));
        while (takes("|")) {
            skipBreaks();
            parts.add(part());
        }
        return parts.size() == 1 ? parts.getFirst() : new Script.Pipe(parts);
    }

    private Script part() throws SyntaxException {
        if (takes("(")) {
            Script inner = sequence();
            require(")");
            return inner;
        }
        if (UNKNOWN.contains(keyword())) {
            throw new SyntaxException("\"" + keyword() + "\" is not understood by the simulated container's shell");
        }
        return switch (keyword()) {
            case "while", "until" -> loop();
            case "for" -> each();
            case "if" -> choice();
            case "{" -> block();
            default -> command();
        };
    }

    private Script block() throws SyntaxException {
        at++;
        Script inner = sequence();
        requireKeyword("}");
        return inner;
    }

    private Script loop() throws SyntaxException {
        boolean until = keyword().equals("until");
        at++;
        Script condition = sequence();
        return new Script.Loop(condition, until, body());
    }

    private Script each() throws SyntaxException {
        at++;
        String variable = keyword();
        at++;
        requireKeyword("in");
        List<Word> words = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at) instanceof Content(Word word)) {
            words.add(word);
            at++;
        }
        skipBreaks();
        return new Script.Each(variable, words, body());
    }

    private Script body() throws SyntaxException {
        requireKeyword("do");
        Script body = sequence();
        requireKeyword("done");
        return body;
    }

    private Script choice() throws SyntaxException {
        at++;
        Script condition = sequence();
        requireKeyword("then");
        Script whenTrue = sequence();
        if (keyword().equals("elif")) {
            return new Script.Choice(condition, whenTrue, choice());
        }
        Script otherwise = takesKeyword("else") ? sequence() : new Script.Sequence(List.of());
        requireKeyword("fi");
        return new Script.Choice(condition, whenTrue, otherwise);
    }

    private Script command() throws SyntaxException {
        List<Script.Setting> settings = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Script.Redirection> redirections = new ArrayList<>();
        while (at < tokens.size()) {
            if (tokens.get(at) instanceof Operator(String sign)) {
                if (!sign.contains(">")) {
                    break;
                }
                redirections.add(redirection(sign));
            } else if (tokens.get(at) instanceof Content(Word word)) {
                at++;
                if (!words.isEmpty() || !setting(word, settings)) {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty() && settings.isEmpty() && redirections.isEmpty()) {
            throw unexpected();
        }
        return new Script.Command(settings, words, redirections);
    }

    private static boolean setting(Word word, List<Script.Setting> settings) {
        if (word.pieces().isEmpty() || !(word.pieces().getFirst() instanceof Word.Literal(String text))) {
            return false;
        }
        Matcher matcher = SETTING.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        List<Word.Piece> value = new ArrayList<>(word.pieces());
        value.set(0, new Word.Literal(matcher.group(2)));
        settings.add(new Script.Setting(matcher.group(1), new Word(value)));
        return true;
    }

    private Script.Redirection redirection(String sign) throws SyntaxException {
        at++;
        String target = keyword();
        at++;
        boolean known = sign.endsWith("&") ? Set.of("1", "2").contains(target) : target.equals("/dev/null");
        if (!known) {
            throw new SyntaxException("can't create " + target + ": the simulated container keeps no files");
        }
        return new Script.Redirection(sign.startsWith("2") ? 2 : 1, target);
    }

    private void skipBreaks() {
        while (takes(";")) {
            // a line may end after an operator
        }
    }

    private boolean isOperator(String sign) {
        return at < tokens.size() && tokens.get(at).equals(new Operator(sign));
    }

    private boolean takes(String sign) {
        boolean is = isOperator(sign);
        at += is ? 1 : 0;
        return is;
    }

    private String keyword() {
        return at < tokens.size() && tokens.get(at) instanceof Content(Word word) ? word.keyword() : "";
    }

    private boolean takesKeyword(String wanted) {
        boolean is = keyword().equals(wanted);
        at += is ? 1 : 0;
        return is;
    }

    private void require(String sign) throws SyntaxException {
        if (!takes(sign)) {
            throw unexpected();
        }
    }

    private void requireKeyword(String wanted) throws SyntaxException {
        if (!takesKeyword(wanted)) {
            throw unexpected();
        }
    }

    private SyntaxException unexpected() {
        if (at >= tokens.size()) {
            return new SyntaxException("syntax error: unexpected end of file");
        }
        String found = tokens.get(at) instanceof Operator(String sign) ? sign : keyword();
        return new SyntaxException("syntax error: unexpected \"" + found + "\"");
    }
}
