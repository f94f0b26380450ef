@ccican
Feature: Section 4 step (1), a resource is asked for and middleware is chosen

  @req-PROV-01 @level-step
  Rule: The owner asks the network for confidential computing resource

    @id-PROV-01.1 @role-application-owner
    Scenario: Application owner asks M/OC for a resource
      Given the SUT plays the application-owner
      When the application-owner asks for analytics on sev-snp
      Then the application-owner asks the moc for requests

    @id-PROV-01.2 @role-moc
    Scenario: M/OC grants a resource once the Broker has answered
      Given the SUT plays the moc
      When the application-owner asks for analytics on sev-snp
      Then the moc grants the request after the teep-broker has answered

    @id-PROV-01.3 @role-moc @negative @parent-PROV-01.2
    Scenario: M/OC refuses a request for which the TAM has no middleware
      Given the SUT plays the moc
      When the application-owner asks for gaming on sev-snp
      Then the moc refuses the requests request as not-available
      And the moc does not ask the teep-broker for wake-ups

    @id-PROV-01.4 @role-moc @negative @parent-PROV-01.2
    Scenario: M/OC refuses an answer of the Broker to another request
      Given the SUT plays the moc
      And the teep-broker names another request
      When the application-owner asks for analytics on sev-snp
      Then the moc refuses the requests request as binding-mismatch

  @req-PROV-02 @level-step @role-tam
  Rule: The TAM chooses middleware that fits request and resource type

    @id-PROV-02.1
    Scenario: TAM places the middleware of the application type
      Given the SUT plays the tam
      When the application-owner asks for imaging on sev-snp
      Then the tam asks the middleware-repository for imaging on sev-snp
      And the Update holds middleware for imaging on sev-snp

    @id-PROV-02.2
    Scenario: TAM places other middleware for another application type
      Given the SUT plays the tam
      When the application-owner asks for analytics on sev-snp
      Then the tam asks the middleware-repository for analytics on sev-snp
      And the Update holds middleware for analytics on sev-snp

    @id-PROV-02.3 @negative @parent-PROV-02.1
    Scenario: TAM refuses an application type that the repository has nothing for
      Given the SUT plays the tam
      When the application-owner asks for gaming on sev-snp
      Then the tam refuses the placements request as not-available

    @id-PROV-02.4 @negative @parent-PROV-02.1
    Scenario: TAM refuses a hardware type that the repository has nothing for
      Given the SUT plays the tam
      When the application-owner asks for imaging on cca
      Then the tam refuses the placements request as not-available

  @req-PROV-08 @level-step @role-tam
  Rule: The TAM chooses an environment that fits

    @id-PROV-08.1
    Scenario: TAM provisions an environment of the hardware type that was asked for
      Given the SUT plays the tam
      When the application-owner asks for analytics on sev-snp
      Then the tam sends an Update with a manifest

    @id-PROV-08.2 @negative @parent-PROV-08.1
    Scenario: TAM sends no middleware to hardware of another type than was asked for
      Given the SUT plays the tam
      And the middleware-repository offers middleware for cca too
      When the teep-broker opens a session for analytics, placed on cca, on sev-snp
      Then the tam sends no Update with a manifest
