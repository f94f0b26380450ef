package org.ccican.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Whom an address may lead to that came in a message. Whoever fetches something from such an
 * address, or says something there, asks here first; there is no other place where that is decided.
 *
 * <p>A host is compared as a client would understand it: in lower case, without the dot at its end,
 * an IPv6 address in one spelling, a mapped IPv4 address as that. An address that other readers
 * might understand otherwise is refused, whoever is allowed: one with credentials, and IPv4 in any
 * form but four decimal numbers. Names are not looked up.
 */
public final class AllowedHosts {

  /** All names and addresses of the loopback interface are this one. */
  private static final String THIS_MACHINE = "localhost";

  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?");
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");

  private final TreeSet<String> hosts;
  private final IntPredicate own;
  private final Consumer<String> told;

  private AllowedHosts(Collection<String> hosts, IntPredicate own, Consumer<String> told) {
    this.hosts = new TreeSet<>(hosts);
    this.own = own;
    this.told = told;
  }

  /** Every port of this machine, and nothing else. */
  public static AllowedHosts thisMachine() {
    return nobody().and(THIS_MACHINE);
  }

  public static AllowedHosts nobody() {
    return new AllowedHosts(List.of(), any -> false, any -> {});
  }

  /**
   * These, and one more.
   *
   * @param host a name, or an address of IPv4 or IPv6, the latter in brackets or not
   * @throws IllegalArgumentException if it is none
   */
  public AllowedHosts and(String host) {
    String bare = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    TreeSet<String> more = new TreeSet<>(hosts);
    more.add(
        canonical(bare)
            .orElseThrow(() -> new IllegalArgumentException(host + " is no name of a host")));
    return new AllowedHosts(more, own, told);
  }

  /** These, and ports of this machine besides. */
  public AllowedHosts andPorts(IntPredicate more) {
    return new AllowedHosts(hosts, port -> own.test(port) || more.test(port), told);
  }

  /** The same ones; who listens hears why an address was not asked. */
  public AllowedHosts telling(Consumer<String> listener) {
    return new AllowedHosts(hosts, own, listener);
  }

  /**
   * Decides, and says so where somebody listens.
   *
   * @param address that came in a message
   * @return why it may not be asked; empty if it may
   */
  public Optional<String> complaint(String address) {
    Optional<String> complaint = wrong(address);
    complaint.ifPresent(told);
    return complaint;
  }

  private Optional<String> wrong(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Optional.of(shown(address) + " is no URL, and is not asked");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of(shown(address) + " begins with neither http:// nor https://");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("an address at " + uri.getHost() + " has credentials in it");
    }
    Optional<String> host = Optional.ofNullable(uri.getHost()).flatMap(AllowedHosts::canonical);
    if (host.isEmpty()) {
      return Optional.of(shown(address) + " names its host in no way that all understand alike");
    }
    boolean here = host.get().equals(THIS_MACHINE);
    return hosts.contains(host.get()) || here && own.test(uri.getPort())
        ? Optional.empty()
        : Optional.of(
            (here ? uri.getHost() + ":" + uri.getPort() : uri.getHost())
                + " may not be asked, as nobody has allowed that host");
  }

  /**
   * Whether this can be told for sure.
   *
   * @param host a name, an address of IPv4, or one of IPv6 in brackets
   */
  public static boolean isHost(String host) {
    return canonical(host).isPresent();
  }

  /**
   * A host as it is compared; nothing is looked up.
   *
   * @param host of a URI, an address of IPv6 in brackets
   */
  private static Optional<String> canonical(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]") ? address(host.substring(1, host.length() - 1)) : Optional.empty();
    }
    if (host.matches("[0-9.]+")) {
      return ipv4(host) ? address(host) : Optional.empty();
    }
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return name.length() <= 253 && NAME.matcher(name).matches()
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean ipv4(String host) {
    String[] octets = host.split("\\.", -1);
    boolean four = octets.length == 4;
    for (String each : octets) {
      four = four && OCTET.matcher(each).matches() && Integer.parseInt(each) < 256;
    }
    return four;
  }

  private static Optional<String> address(String literal) {
    if (!literal.matches("[0-9a-fA-F:.]+")) {
      return Optional.empty();
    }
    try {
      // A literal is not looked up.
      InetAddress address = InetAddress.getByName(literal);
      return Optional.of(address.isLoopbackAddress() ? THIS_MACHINE : address.getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** So much of a text that was not understood, in printable characters, and no credentials. */
  private static String shown(String address) {
    String start = address.substring(0, Math.min(address.length(), 80));
    return start.substring(start.lastIndexOf('@') + 1).replaceAll("[^\\x21-\\x7e]", "?");
  }

  /** The hosts, for who explains them. */
  @Override
  public String toString() {
    return String.join(", ", hosts);
  }
}
