//! Irregular forms and everyday synonyms of French, a set a line.

pub(in crate::crosscheck::quotes::stems) const SETS: &str = "\
aller va vont allait allait ira iront partir part partent parti quitter quitte
venir vient viennent venu arriver arrive arrivée
savoir sait savent su savait connaître connaît connu
voir voit voient vu vue regarder regarde
pouvoir peut peuvent pu pourra pourrait capable
vouloir veut veulent voulu souhaiter souhaite désirer
devoir doit doivent dû devra devrait falloir faut faudra obligé
prendre prend prennent pris prise
mettre met mettent mis mise placer
tenir tient tiennent tenu garder garde conserver
perdre perd perdu perte pertes
vendre vend vendu vente ventes
acheter achat acquérir acquis acquisition
payer paiement paye paie payé régler verser financer financement
coûter coût coûts prix tarif facture
argent somme fonds moyens
ouvrir ouvre ouvert ouverte ouverture
fermer ferme fermé fermée fermeture clos
commencer commence début débuter démarrer entamer lancer lancement
finir finit fini fin terminer achever conclure
croire croit cru penser pense estimer juger
trouver trouve découvrir découverte
chercher cherche cherchons rechercher recherche quête
chaîne enchaînement série suite
décision décider décide décidé trancher
travail travaux travailler chantier ouvrage
travailleur ouvrier ouvrière salarié salariée employé employée personnel
faire fait font faite accomplir accompli exécuter exécuté réaliser réalisé effectuer effectué
demander demandé demande réclamer exiger exigé prescrire prescrit requérir
délai délais temps heure échéance
monter hausse augmenter augmentation croître croissance progresser
baisser baisse diminuer diminution réduire réduction reculer recul
mourir meurt mort morts mourut décès décéder tuer tué
blesser blessé blessée blessure atteint touché
malade malades patient patients
hôpital clinique chu
médecin docteur soignant
enfant enfants gosse gamin élève élèves
femme femmes épouse
homme hommes mari
gens personne personnes habitant habitants riverain riverains
maison maisons habitation habitations logement logements domicile
ville villes commune municipalité cité
pays nation état
chef patron directeur direction dirigeant
entreprise société firme compagnie groupe
usine fabrique site
école écoles collège lycée
rue route voie chaussée
voiture véhicule auto automobile
train rame convoi
bateau navire bâtiment chalutier
eau eaux
feu incendie brûler brûlé flammes
vent vents rafale
danger dangereux menace menacer menacé péril risque risquer
peur craindre crainte redouter
sûr sûre certain sécurité
aider aide aidé secours soutien soutenir
sauver sauvé sauvetage
chuter tomber tombe tombé effondrer effondrement
casser cassé rompre rompu céder cédé
construire construit bâtir bâti édifier
réparer réparation remettre
changer change changement modifier modification
bouger déplacer déplacement
gagner gagne gagné victoire remporter
grève arrêt débrayage
accord entente convention pacte
refuser refus refuse rejeter rejet
accepter accepte accord
vérité vrai vraie
faux fausse mensonge mentir
jamais aucun aucune
toujours encore
seul seule seulement uniquement
nouveau nouvelle neuf neuve
vieux vieille ancien ancienne
grand grande gros grosse énorme
petit petite
beaucoup nombreux nombreuses tant
courir couru court fuir fui
crier criait crié hurler hurlé
entendre entend entendu
bruit sifflement fracas
parler parle parlé discuter discussion dialogue négocier négociation
répondre répond répondu réponse
écrire écrit lettre courrier
lire lu lecture
semaine hebdomadaire
année an ans annuel
mois mensuel
jour jours journée quotidien
matin matinée
soir soirée nuit
premier première
dernier dernière
avertir averti alerter alerté alerte prévenir prévenu avertissement
norme normes conforme conformité règle règlement
loi lois législation
juge juges tribunal magistrat magistrate procureur procureure
enquête enquêter enquêteur enquêteurs investigation
coupable responsable faute culpabilité
police policier policiers gendarme gendarmes gendarmerie
vote voter voté scrutin élection
maire maires mairie
ministre ministère
projet plan programme
manquer manque pénurie absence
suffire suffit assez
rester reste restera demeurer
attendre attend attente
promettre promis promesse engagement
montrer montre montrer prouver preuve
laisser laissé abandonner abandonné
envoyer envoyé envoi adresser
recevoir reçu reçoit
";
