package org.ccican.corim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorimMatchTest {

  private static final CorimMatch MATCH = new CorimMatch(Checks.unbroken());

  @ParameterizedTest
  @CsvSource({
    "a100a101 6161, a100a2 016161 026162, true",
    "a100a1016161, a100a1016162, false",
    "a100a2 016161 026162, a100a1016161, false",
    "a100a1016161, a101d90230 4100, false",
    "a100a1 00d90230 4100, a100a1 00d90230 4100, true",
    "a100a1 00d90230 4100, a100a1 00d90230 580100, true"
  })
  void comparesEnvironments(String condition, String found, boolean matches) throws Rejected {
    assertThat(MATCH.environment(new Environment(map(condition)), new Environment(map(found))))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    // security versions: equal, at least, and a minimum is no version
    "a10105, a10105, true",
    "a10105, a101d9022805, true",
    "a10105, a10106, false",
    "a101d9022905, a10106, true",
    "a101d9022905, a10104, false",
    "a10105, a101d9022905, false",
    "a101d9022905, a101d9022905, true",
    "a101d9022905, a101d9022906, false",
    // digests: one algorithm in common, and all that are
    "a10281820141aa, a10281820141aa, true",
    "a10281820141aa, a10281820141ab, false",
    "a10281820141aa, a10281820741aa, false",
    "a1028282 0141aa 82 0741bb, a10281820141aa, true",
    "a1028282 0141aa 82 0741bb, a1028282 0141aa 82 0741bc, false",
    "a1028282 0141aa 82 0141aa, a10281820141aa, false",
    "a10280, a10281820141aa, false",
    "a1028182611141aa, a1028182611141aa, true",
    // raw values under masks, both ways to write them
    "a104d90230420102, a104d90230420102, true",
    "a104d90230420102, a104d90230420103, false",
    "a104d902304101, a104d90230420100, false",
    "a104d9023382 420100 42ff00, a104d90230420199, true",
    "a104d9023382 420100 42ff01, a104d90230420199, false",
    "a104d9023382 420100 41ff, a104d90230420199, false",
    "a2 04d90230420100 05 42ff00, a104d90230420199, true",
    // registers, flags, ranges
    "a10ea1 00 81820141aa, a10ea2 00 81820141aa 01 81820141bb, true",
    "a10ea1 02 81820141aa, a10ea1 00 81820141aa, false",
    "a103a1 03f4, a103a2 01f5 03f4, true",
    "a103a1 03f4, a103a1 03f5, false",
    "a10f05, a10f05, true",
    "a10fd90234 82 01 05, a10f05, true",
    "a10fd90234 82 01 05, a10f06, false",
    "a10fd90234 82 f6 05, a10f20, true",
    "a10fd90234 82 01 f6, a10f00, false",
    "a10fd90234 82 01 09, a10fd90234 82 02 03, true",
    "a10fd90234 82 01 09, a10fd90234 82 02 f6, false",
    "a10f05, a10fd90234 82 05 05, true",
    "a10f05, a10fd90234 82 05 06, false",
    // what is not there, and what nobody can compare
    "a10b6161, a10b6161, true",
    "a2 0b6161 0105, a10b6161, false",
    "a1186401, a1186401, false",
    "a12001, a12001, false"
  })
  void comparesValues(String condition, String found, boolean matches) throws Rejected {
    assertThat(MATCH.measurement(measurement(condition), measurement(found))).isEqualTo(matches);
  }

  /** Each rule alone keeps these from matching. */
  @ParameterizedTest
  @CsvSource({
    "corim.match.svn, a10105, a10106",
    "corim.match.digests, a10281820141aa, a10281820741aa",
    "corim.match.raw-value, a104d9023382 420100 42ff01, a104d90230420199",
    "corim.match.registers, a10ea1 02 81820141aa, a10ea1 00 81820141aa",
    "corim.match.range, a10fd90234 82 01 05, a10f06",
    "corim.match.keys, a10d82 d902304101 d902304102, a10d81 d902304101",
    "corim.match.value, a10b6161, a10b6162",
    "corim.match.value, a103a1 03f4, a103a1 03f5",
    "corim.match.attribute, a2 0b6161 0105, a10b6161",
    "corim.match.attribute, a12001, a12001"
  })
  void rulesCanBeBrokenOneByOne(String check, String condition, String found) throws Rejected {
    Measurement wanted = measurement(condition);
    Measurement has = measurement(found);
    BrokenChecks broken = new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());

    assertThat(MATCH.measurement(wanted, has)).isFalse();
    assertThat(new CorimMatch(broken).measurement(wanted, has)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a10d81 d902304101, a10d82 d902304101 d902304102, true",
    "a10d81 d902304102, a10d82 d902304101 d902304102, false",
    "a10d80, a10d81 d902304101, false"
  })
  void comparesKeysFromTheFirst(String condition, String found, boolean matches) throws Rejected {
    assertThat(MATCH.measurement(measurement(condition), measurement(found))).isEqualTo(matches);
  }

  @Test
  void comparesElementsAndAuthorities() throws Rejected {
    Measurement plain = measurement("a10105");
    Measurement keyed =
        new Measurement(Optional.of(Cbor.text("a")), plain.values(), List.of(key("k")));
    Measurement more =
        new Measurement(Optional.of(Cbor.text("a")), plain.values(), List.of(key("l"), key("k")));

    assertThat(MATCH.measurement(plain, keyed)).isFalse();
    assertThat(MATCH.measurement(keyed, more)).isTrue();
    assertThat(MATCH.measurement(more, keyed)).isFalse();
    assertThat(MATCH.measurements(List.of(plain), List.of(keyed, plain))).isTrue();
    assertThat(MATCH.measurements(List.of(plain, keyed), List.of(plain))).isFalse();
  }

  private static Cbor key(String text) {
    return Cbor.tag(554, Cbor.text(text));
  }

  private static Measurement measurement(String values) throws Rejected {
    return new Measurement(Optional.empty(), map(values), List.of());
  }

  private static Cbor.Map map(String octets) throws Rejected {
    return (Cbor.Map)
        new CborDecoder(Checks.unbroken())
            .decode(Bytes.hex(octets.replace(" ", "")), CborProfile.VALID);
  }
}
