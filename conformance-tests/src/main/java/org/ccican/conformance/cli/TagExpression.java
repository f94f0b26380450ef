package org.ccican.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which scenarios to run: tags with {@code and}, {@code or}, {@code not} and parentheses.
 *
 * @param text as the user wrote it
 */
public record TagExpression(String text, Expression expression) {

  public TagExpression {
    Objects.requireNonNull(text);
    Objects.requireNonNull(expression);
  }

  /**
   * @throws IllegalArgumentException saying where the text goes wrong
   */
  public static TagExpression parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("it is empty");
    }
    try {
      return new TagExpression(text, TagExpressionParser.parse(text));
    } catch (TagExpressionException e) {
      String message = e.getMessage().replaceAll("\\s+", " ");
      throw new IllegalArgumentException(
          message.replaceFirst("^.* could not be parsed because of syntax error: ", ""), e);
    }
  }

  /** Whether a scenario with these tags, each with its leading at sign, is selected. */
  public boolean selects(Collection<String> tags) {
    return expression.evaluate(List.copyOf(tags));
  }

  /** From the command line. */
  static final class Converter implements ITypeConverter<TagExpression> {

    @Override
    public TagExpression convert(String value) {
      try {
        return parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("no tag expression: " + e.getMessage());
      }
    }
  }
}
