/** Texte du modèle, dans la notation des modèles. */
export const TEXTE_ETAT_REFACTURATION = `
:: encadre info | En une phrase
{{destinataire.nom}} participe au service « {{service}} », pour l'exercice {{exercice}}, à hauteur de **{{part}}** ; {{si(solde > 0, "il reste à payer", si(solde < 0, "il est restitué", "le solde est de"))}} **{{solde}}**.
:: fin

# Références
- Émetteur : {{emetteur.nom}}, SIREN {{emetteur.siren}}.
- Destinataire : {{destinataire.nom}}, SIREN {{destinataire.siren}}.
- État {{nature}} n° {{numero}}, exercice {{exercice}}{{si_renseigne(rectifie, ", qui rectifie l'état n° ")}}.
- Convention : {{convention}}.

# Coût du service
:: tableau Coût retenu, par poste
entetes | Poste | Montant >
:: pour p dans postes
ligne | {{p.libelle}} | {{p.montant}}
:: fin
total | Coût net à répartir | {{cout}}
:: fin

# Répartition
Formule : {{formule}}.

:: tableau Répartition entre les membres
entetes | Membre | Clé > | Part >
:: pour r dans repartition
ligne | {{si(r.membre = destinataire.nom, "→ ", "")}}{{r.membre}} | {{r.cle}} | {{r.part}}
:: fin
total | Total | | {{somme(repartition.part)}}
:: fin

:: si renseigne(commentaire)
{{commentaire}}
:: fin

# Acomptes et solde
:: tableau Acomptes émis et solde
entetes | Référence | Émis le | Montant >
ligne | Part du destinataire | | {{part}}
:: pour a dans acomptes
ligne | {{a.reference}} | {{a.le}} | {{a.montant}}
:: fin
total | {{si(solde < 0, "Solde à restituer", "Solde à payer")}} | | {{solde}}
:: fin

Imputation proposée : {{imputation}}.

# Vos droits
Cet état peut être contesté, par écrit motivé, dans les {{delai_contestation_jours}} jours de sa réception. Une correction donne lieu à un état rectificatif. Un titre émis peut être contesté devant le tribunal administratif de {{tribunal.nom}} dans les deux mois.

:: signatures
signataire | Certifié conforme | {{signataire.nom}} | {{signataire.fonction|capitale}}
:: fin

:: annexe annexe-explication | Comment ce montant est calculé
:: pour e dans explication
## {{e.libelle}}
Résultat : **{{e.valeur}}**{{si_renseigne(e.formule, ". Formule : ")}}{{si_renseigne(e.arrondi, ". Arrondi : ")}}{{si_renseigne(e.article, " (", ")")}}.

:: si renseigne(e.operandes)
:: tableau {{e.libelle}} : d'où viennent les nombres
entetes | Opérande | Valeur > | Source
:: pour o dans e.operandes
ligne | {{o.libelle}} | {{o.valeur}} | {{o.source}}
:: fin
:: fin
:: fin
:: fin
:: fin
`;
