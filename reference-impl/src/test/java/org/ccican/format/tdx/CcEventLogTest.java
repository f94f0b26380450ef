package org.ccican.format.tdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class CcEventLogTest {

  private static final CcEventLog LOG =
      new CcEventLog(
          List.of(
              CcEventLog.Event.of(1, Bytes.utf8("one")),
              CcEventLog.Event.of(4, Bytes.utf8("two")),
              new CcEventLog.Event(2, CcEventLog.NO_ACTION, Bytes.zero(48), Bytes.utf8("none")),
              CcEventLog.Event.of(1, Bytes.EMPTY)));

  @Test
  void isReadAsItWasWritten() throws Rejected {
    assertThat(CcEventLog.parse(LOG.write(), Checks.unbroken())).isEqualTo(LOG);
    Bytes inBuffer = Bytes.concat(LOG.write(), Bytes.hex("ff".repeat(100)));
    assertThat(CcEventLog.parse(inBuffer, Checks.unbroken())).isEqualTo(LOG);
  }

  @Test
  void replaysEveryExtensionInItsOrder() {
    Bytes zero = Bytes.zero(48);
    Bytes first = Crypto.sha384(Bytes.concat(zero, Crypto.sha384(Bytes.utf8("one"))));
    assertThat(LOG.replay())
        .containsExactly(
            Crypto.sha384(Bytes.concat(first, Crypto.sha384(Bytes.EMPTY))),
            zero,
            zero,
            Crypto.sha384(Bytes.concat(zero, Crypto.sha384(Bytes.utf8("two")))));
  }

  @Test
  void refusesWhatIsNoLogWithoutEverFailingOtherwise() {
    Bytes log = LOG.write();
    Bytes header = new CcEventLog(List.of()).write();
    for (int size = 0; size < log.size(); size++) {
      Bytes prefix = log.slice(0, size);
      if (size == header.size()) {
        continue;
      }
      try {
        CcEventLog parsed = CcEventLog.parse(prefix, Checks.unbroken());
        assertThat(parsed.events().size()).as("%d octets", size).isLessThan(LOG.events().size());
        assertThat(parsed.write()).isEqualTo(prefix);
      } catch (Rejected e) {
        assertThat(e.check()).startsWith("tdx.event-log.");
      }
    }
    for (int at = 0; at < header.size(); at++) {
      Bytes spoilt = log.flip(at, 0);
      try {
        CcEventLog.parse(spoilt, Checks.unbroken());
      } catch (Rejected e) {
        assertThat(e.check()).isEqualTo("tdx.event-log.malformed");
      }
    }
    assertThatThrownBy(
            () -> CcEventLog.parse(Bytes.concat(log, Bytes.hex("ffffffff00")), Checks.unbroken()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("tdx.event-log.trailing");
  }
}
